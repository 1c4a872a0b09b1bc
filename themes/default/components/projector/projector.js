// 投屏: shows the page one idea at a time. A slide is made of the page's own
// elements, which are moved onto the stage and put back afterwards, so there is
// no second document to keep true. Words come from data-… of <main>.
(function () {
  'use strict';

  var main = document.querySelector('main[data-projector]');
  if (!main) return;

  var TASKS = 5, ROWS = 5; // action items, and rows of a table, on one slide

  function element(name, className, text) {
    var e = document.createElement(name);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }

  function all(selector, root) { return [].slice.call((root || main).querySelectorAll(selector)); }

  function word(name) { return main.getAttribute('data-' + name) || ''; }

  // A slide is a function that fills the stage and returns how to undo it.
  function borrow(node, stage) {
    var place = document.createComment('');
    node.parentNode.replaceChild(place, node);
    stage.appendChild(node);
    return function () { place.parentNode.replaceChild(node, place); };
  }

  function heading(text) { return element('h2', 'projector-heading', text); }

  function titleSlide(stage) {
    var head = document.querySelector('.masthead');
    var undo = head ? borrow(head, stage) : function () {};
    stage.appendChild(element('p', 'projector-title', document.querySelector('h1').textContent));
    return undo;
  }

  function nodeSlide(node, text) {
    return function (stage) {
      if (text) stage.appendChild(heading(text));
      return borrow(node, stage);
    };
  }

  // Action items are shown a few at a time.
  function taskSlides(list, text) {
    var items = [].slice.call(list.children), slides = [];
    for (var from = 0; from < items.length; from += TASKS) {
      slides.push((function (some, start) {
        return function (stage) {
          stage.appendChild(heading(text));
          var copy = element('ol', list.className);
          copy.setAttribute('start', start + 1);
          stage.appendChild(copy);
          var undo = some.map(function (item) { return borrow(item, copy); });
          return function () { undo.forEach(function (u) { u(); }); };
        };
      })(items.slice(from, from + TASKS), from));
    }
    return slides;
  }

  // A table is shown a few rows at a time, the last with what is said under it.
  function tableSlides(block, text, after) {
    var rows = all('tbody tr', block), slides = [];
    for (var from = 0; from === 0 || from < rows.length; from += ROWS) {
      slides.push((function (start) {
        return function (stage) {
          stage.appendChild(heading(text));
          var others = rows.filter(function (row, i) { return !row.hidden && (i < start || i >= start + ROWS); });
          others.forEach(function (row) { row.hidden = true; });
          var undo = [block].concat(start + ROWS >= rows.length ? after : []).map(function (node) { return borrow(node, stage); });
          var table = block.querySelector('table');
          fit(table, stage);
          return function () {
            if (table.hasAttribute('style')) table.removeAttribute('style'); // asked for first: Chromium keeps an empty one else
            undo.forEach(function (u) { u(); });
            others.forEach(function (row) { row.hidden = false; });
          };
        };
      })(from));
    }
    return slides;
  }

  // fit sets a table in smaller type until all of it is seen.
  function fit(table, stage) {
    var box = table.parentNode;
    for (var size = 4.2; size > 2 && (stage.scrollHeight > stage.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1); size -= 0.2) {
      table.style.fontSize = size + 'vh';
    }
  }

  // paragraphsAfter are those that follow a block.
  function paragraphsAfter(block) {
    var found = [];
    for (var next = block.nextElementSibling; next && next.classList.contains('paragraph'); next = next.nextElementSibling) found.push(next);
    return found;
  }

  function slidesOf() {
    var slides = [titleSlide];
    all('.key-figures, .figure, section[data-slide]').forEach(function (node) {
      if (!node.hasAttribute('data-slide')) {
        slides.push(nodeSlide(node, node.classList.contains('key-figures') ? document.querySelector('h1').textContent : ''));
        return;
      }
      var text = node.querySelector('h2').textContent;
      var under = []; // tables
      all('.tasks, .table, .paragraph', node).forEach(function (block) {
        if (block.classList.contains('tasks')) slides = slides.concat(taskSlides(block, text));
        else if (block.classList.contains('table')) {
          under = paragraphsAfter(block);
          slides = slides.concat(tableSlides(block, text, under));
        } else if (under.indexOf(block) < 0) slides.push(nodeSlide(block, text));
      });
    });
    return slides;
  }

  function enterFullscreen(e) {
    var request = e.requestFullscreen || e.webkitRequestFullscreen;
    if (!request) return;
    var promise = request.call(e);
    if (promise && promise['catch']) promise['catch'](function () { /* the window is enough */ });
  }

  function leaveFullscreen() {
    if (!(document.fullscreenElement || document.webkitFullscreenElement)) return;
    (document.exitFullscreen || document.webkitExitFullscreen).call(document);
  }

  var button = element('button', 'projector-button', word('projector'));
  button.type = 'button';
  main.insertBefore(button, main.firstChild);
  button.addEventListener('click', project);

  function project() {
    var slides = slidesOf(), at = -1, undo = null, wasFull = false;
    var screen = element('div', 'projector');
    var stage = element('div', 'projector-stage');
    var number = element('p', 'projector-number');
    screen.setAttribute('role', 'dialog');
    screen.setAttribute('aria-modal', 'true');
    screen.setAttribute('aria-label', word('projector'));
    screen.tabIndex = -1;
    number.setAttribute('aria-live', 'polite');
    screen.appendChild(stage);
    screen.appendChild(number);
    document.body.appendChild(screen);
    document.body.classList.add('projecting');
    screen.focus();
    enterFullscreen(screen);
    show(0);

    function clear() {
      if (undo) undo();
      undo = null;
      while (stage.firstChild) stage.removeChild(stage.firstChild);
    }

    function show(i) {
      if (i < 0 || i >= slides.length || i === at) return;
      clear();
      at = i;
      undo = slides[i](stage);
      number.textContent = word('count').replace('%d', i + 1).replace('%d', slides.length);
    }

    function leave() {
      clear();
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('fullscreenchange', changed);
      document.removeEventListener('webkitfullscreenchange', changed);
      document.body.classList.remove('projecting');
      document.body.removeChild(screen);
      leaveFullscreen();
      button.focus();
    }

    // The browser's own Esc leaves full screen without a key event.
    function changed() {
      var full = !!(document.fullscreenElement || document.webkitFullscreenElement);
      if (wasFull && !full) leave();
      wasFull = full;
    }

    function key(event) {
      switch (event.key) {
        case 'ArrowRight': case 'ArrowDown': case 'PageDown': case ' ': case 'Enter': show(at + 1); break;
        case 'ArrowLeft': case 'ArrowUp': case 'PageUp': case 'Backspace': show(at - 1); break;
        case 'Home': show(0); break;
        case 'End': show(slides.length - 1); break;
        case 'Escape': leave(); break;
        default: return;
      }
      event.preventDefault();
      event.stopPropagation();
    }

    document.addEventListener('keydown', key, true);
    document.addEventListener('fullscreenchange', changed);
    document.addEventListener('webkitfullscreenchange', changed);
    screen.addEventListener('click', function (event) {
      if (event.clientX < window.innerWidth / 3) show(at - 1);
      else show(at + 1);
      event.preventDefault();
    });
  }
})();
