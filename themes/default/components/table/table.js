// Tables with data-tools can be sorted, filtered and copied; without this
// script they are whole. Every word comes from the page (data-…), every text is
// set as text.
(function () {
  'use strict';

  var KEY = 'jianbao-mine';

  function remembered() {
    try { return localStorage.getItem(KEY) || ''; } catch (e) { return ''; }
  }

  function remember(id) {
    try { localStorage.setItem(KEY, id); } catch (e) { /* private window: not remembered */ }
  }

  function element(name, text, className) {
    var e = document.createElement(name);
    if (text) e.textContent = text;
    if (className) e.className = className;
    return e;
  }

  // The words of a cell without its small print.
  function textOf(cell) {
    var text = '';
    for (var n = cell.firstChild; n; n = n.nextSibling) {
      if (n.nodeName !== 'SMALL') text += n.textContent;
    }
    return text.trim();
  }

  // A number to sort by: ↑2 is 2, ↓2 is -2, — and words are none.
  function numberOf(text) {
    var down = text.charAt(0) === '↓';
    var n = parseFloat(text.replace(/^[↑↓]/, '').replace(/,/g, ''));
    return isNaN(n) ? null : down ? -n : n;
  }

  function compare(a, b, numeric) {
    if (numeric) {
      var x = numberOf(a), y = numberOf(b);
      if (x === null || y === null) return (x === null) - (y === null);
      return x - y;
    }
    return a.localeCompare(b, 'zh-CN');
  }

  function Tools(box) {
    this.box = box;
    this.table = box.querySelector('table');
    this.body = this.table.tBodies[0];
    this.heads = [].slice.call(this.table.tHead.rows[0].cells);
    this.rows = [].slice.call(this.body.rows); // official order, or by rank: ties stay in it
    this.sorted = { column: -1, down: false };
    this.bar = element('p', '', 'tools');
    this.addFilter();
    this.addMine();
    this.addCopy();
    this.status = element('span', '', 'tools-status');
    this.status.setAttribute('aria-live', 'polite');
    this.bar.appendChild(this.status);
    box.insertBefore(this.bar, box.firstChild);
    this.heads.forEach(this.addSort, this);
  }

  Tools.prototype.word = function (name) { return this.box.getAttribute('data-' + name) || ''; };

  Tools.prototype.addSort = function (th, column) {
    var self = this;
    var button = element('button', '', 'sort');
    button.type = 'button';
    while (th.firstChild) button.appendChild(th.firstChild);
    button.title = this.word('sort');
    th.appendChild(button);
    button.addEventListener('click', function () { self.sort(column); });
  };

  // Once downwards for numbers and upwards for words, once the other way, then as it was.
  Tools.prototype.sort = function (column) {
    var numeric = this.heads[column].classList.contains('n');
    var s = this.sorted;
    if (s.column !== column) this.sorted = { column: column, down: numeric };
    else if (s.down === numeric) this.sorted = { column: column, down: !numeric };
    else this.sorted = { column: -1, down: false };
    this.order();
  };

  Tools.prototype.order = function () {
    var s = this.sorted, heads = this.heads, body = this.body;
    var rows = this.rows.map(function (row, i) { return { row: row, i: i, text: s.column < 0 ? '' : textOf(row.cells[s.column]) }; });
    if (s.column >= 0) {
      var numeric = heads[s.column].classList.contains('n');
      rows.sort(function (a, b) {
        var none = numeric && (numberOf(a.text) === null || numberOf(b.text) === null);
        var c = compare(a.text, b.text, numeric);
        return (s.down && !none ? -c : c) || a.i - b.i;
      });
    }
    rows.forEach(function (r) { body.appendChild(r.row); });
    heads.forEach(function (th, i) {
      if (i !== s.column) th.removeAttribute('aria-sort');
      else th.setAttribute('aria-sort', s.down ? 'descending' : 'ascending');
    });
  };

  Tools.prototype.select = function (label, options, changed) {
    var wrap = element('label', label + ' ');
    var select = element('select');
    options.forEach(function (o) {
      var option = element('option', o.text);
      option.value = o.value;
      select.appendChild(option);
    });
    select.addEventListener('change', function () { changed(select.value); });
    wrap.appendChild(select);
    this.bar.appendChild(wrap);
    return select;
  };

  Tools.prototype.addFilter = function () {
    var self = this, column = -1, seen = [];
    this.heads.forEach(function (th, i) { if (th.hasAttribute('data-filter')) column = i; });
    if (column < 0) return;
    this.rows.forEach(function (row) {
      var text = textOf(row.cells[column]);
      if (text && seen.indexOf(text) < 0) seen.push(text);
    });
    if (seen.length < 2) return;
    var options = [{ value: '', text: this.word('all') }].concat(seen.map(function (t) { return { value: t, text: t }; }));
    this.select(textOf(this.heads[column]), options, function (value) {
      var shown = 0;
      self.rows.forEach(function (row) {
        row.hidden = value !== '' && textOf(row.cells[column]) !== value;
        if (!row.hidden) shown++;
      });
      self.status.textContent = self.word('shown').replace('%d', shown);
    });
  };

  Tools.prototype.addMine = function () {
    var self = this;
    var named = this.rows.filter(function (row) { return row.id; });
    if (!named.length) return;
    var options = [{ value: '', text: this.word('nobody') }].concat(named.map(function (row) {
      return { value: row.id, text: textOf(row.cells[0]) };
    }));
    this.mine = this.select(this.word('mine'), options, function (id) {
      remember(id);
      highlight(id);
      var row = id && document.getElementById(id);
      if (row && self.rows.indexOf(row) >= 0) row.scrollIntoView({ block: 'center' });
    });
  };

  // Copied as tab-separated text, which Excel and WPS paste into cells.
  // execCommand and not the clipboard API: that one is not there over file://.
  Tools.prototype.addCopy = function () {
    var self = this;
    var button = element('button', this.word('copy'));
    button.type = 'button';
    button.addEventListener('click', function () {
      var rows = [].slice.call(self.table.rows).filter(function (row) { return !row.hidden; });
      var area = element('textarea');
      area.value = rows.map(function (row) {
        return [].map.call(row.cells, textOf).join('\t');
      }).join('\r\n');
      area.className = 'offscreen';
      document.body.appendChild(area);
      area.select();
      var done = document.execCommand('copy');
      document.body.removeChild(area);
      button.focus();
      self.status.textContent = done ? self.word('copied') : self.word('not-copied');
    });
    this.bar.appendChild(button);
  };

  var all = [];

  // My own unit is marked in every such table on the page.
  function highlight(id) {
    all.forEach(function (tools) {
      if (!tools.mine) return;
      tools.mine.value = id;
      if (tools.mine.selectedIndex < 0) tools.mine.value = '';
      tools.rows.forEach(function (row) {
        if (id && row.id === id) row.classList.add('mine');
        else row.classList.remove('mine');
      });
    });
  }

  [].forEach.call(document.querySelectorAll('.table[data-tools]'), function (box) { all.push(new Tools(box)); });
  highlight(remembered());
})();
