// The first click on a drawing, or on its button, lays a live chart in its
// place; ECharts is loaded then, not with the page. Esc, the button, paper and
// every failure have the drawing again. Words come from the page (data-…).
(function () {
  'use strict';

  var source = document.currentScript.getAttribute('data-charts');
  if (!source) return; // `make assets` was not run
  var waiting = [], figures = [];

  // load calls done once ECharts is there or could not be loaded.
  function load(done) {
    if (window.echarts) return done();
    if (waiting.push(done) > 1) return;
    var script = document.createElement('script');
    script.src = source;
    script.onload = script.onerror = function () {
      document.head.removeChild(script);
      waiting.splice(0).forEach(function (f) { f(); });
    };
    document.head.appendChild(script);
  }

  function Figure(box) {
    this.box = box;
    this.tools = box.querySelector('.figure-tools');
    this.button = box.querySelector('.figure-switch');
    this.status = box.querySelector('.tools-status');
    this.faces = [].slice.call(box.querySelectorAll('.figure-wide, .figure-narrow'));
    this.button.hidden = false;
    this.button.addEventListener('click', function () { this.turn(!this.wanted); }.bind(this));
    ['mouseover', 'focus'].forEach(function (touch) {
      this.button.addEventListener(touch, function () { load(function () {}); });
    }, this);
    this.faces.forEach(function (face) { face.addEventListener('click', this.touch.bind(this)); }, this);
    box.live = this; // for the keys
  }

  // touch leaves links, and words that are being copied, alone.
  Figure.prototype.touch = function (event) {
    if (this.tools.hidden || event.target.closest('a, .projector') || String(window.getSelection())) return;
    this.button.focus({ preventScroll: true });
    this.turn(true);
  };

  // printTicks prints the ticks of a value axis as the drawing does: with as many
  // decimals as its steps have, and no commas.
  function printTicks(axis) {
    if (axis.type !== 'value' || !axis.axisLabel || !axis.axisLabel.formatter) return;
    var text = axis.axisLabel.formatter, decimals = (String(axis.maxInterval).split('.')[1] || '').length;
    axis.axisLabel.formatter = function (value) { return text.replace('{value}', value.toFixed(decimals)); };
  }

  Figure.prototype.turn = function (on) {
    this.wanted = on;
    this.off();
    this.say('');
    if (on) load(this.on.bind(this));
  };

  Figure.prototype.on = function () {
    if (!this.wanted || this.chart) return;
    var hint = ['hint'];
    try {
      this.place = document.createElement('div');
      this.place.className = 'figure-chart';
      this.place.style.height = this.height();
      this.box.insertBefore(this.place, this.faces[0]);
      this.box.classList.add('is-live');
      this.option = this.options();
      this.ratio = window.devicePixelRatio;
      this.chart = window.echarts.init(this.place);
      this.chart.setOption(this.option);
      if (this.option.legend.show) hint.push('legend');
      if (this.option.dataZoom) hint.push('zoom');
    } catch (e) {
      this.turn(false);
      hint = ['failed'];
    }
    this.button.setAttribute('aria-pressed', this.wanted);
    this.say(hint.map(function (word) { return this.tools.getAttribute('data-' + word); }, this).join(''));
  };

  Figure.prototype.off = function () {
    if (this.chart) this.chart.dispose();
    if (this.place) this.box.removeChild(this.place);
    this.chart = this.place = this.at = null;
    this.box.classList.remove('is-live');
    this.button.setAttribute('aria-pressed', 'false');
  };

  Figure.prototype.say = function (text) { this.status.textContent = text; };

  // height is that of the drawing that would show, so that nothing moves.
  Figure.prototype.height = function () {
    this.box.classList.remove('is-live');
    var heights = this.faces.map(function (face) { return face.offsetHeight; });
    if (this.chart) this.box.classList.add('is-live');
    return Math.max(200, heights[0], heights[1]) + 'px';
  };

  // options are the page's, set for this screen. The tooltip is drawn, since
  // the policy forbids the style attributes of one in HTML.
  Figure.prototype.options = function () {
    var o = JSON.parse(this.box.querySelector('script').textContent), x = o.xAxis[0];
    var n = x.type === 'category' ? x.data.length : 0, text = getComputedStyle(this.box);
    o.textStyle = { fontFamily: text.fontFamily };
    o.tooltip.textStyle = { color: text.color };
    o.tooltip.renderMode = 'richText';
    o.tooltip.confine = true;
    o.legend.type = 'scroll';
    if (o.visualMap) {
      o.tooltip.formatter = function (p) { return p.name + '\n' + p.value[4]; }; // of a cell
      if ((this.place.offsetWidth - 110) / n < 40) o.series.forEach(function (s) { s.label.show = false; }); // which they would not fit into
    } else if (n > 12 && o.grid.length === 1) {
      o.dataZoom = [{ type: 'slider', height: 20, bottom: 6, brushSelect: false, showDetail: false }];
      o.grid[0].bottom = '40';
    }
    o.xAxis.concat(o.yAxis).forEach(printTicks);
    if (n && x.axisLabel && x.axisLabel.overflow) x.axisLabel.width = Math.max(24, (this.place.offsetWidth - 110) / n);
    return o;
  };

  // fit follows the window; on paper and on the projector there is no chart.
  Figure.prototype.fit = function () {
    if (!this.chart || !this.place.offsetWidth) return;
    if (this.ratio !== window.devicePixelRatio) return this.turn(true);
    this.place.style.height = this.height();
    this.chart.resize();
  };

  [].forEach.call(document.querySelectorAll('.figure-switch'), function (b) { figures.push(new Figure(b.closest('.figure'))); });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') figures.forEach(function (f) { if (f.wanted) f.turn(false); });
  });
  window.addEventListener('resize', function () { figures.forEach(function (f) { f.fit(); }); });
})();
