// Finds words on all pages with the index in assets/search/, whose format is in
// internal/site/search.go. Every file of it is a script that puts a value into
// jianbaoSearch, since over file:// nothing else can be loaded.
var jianbaoSearch = {};

(function () {
  "use strict";

  var root = document.querySelector(".search");
  if (!root) return;

  var pagesAtFirst = 5, pagesAtOnce = 10, pairsAtMost = 5, linesOfAPage = 3, snippetLength = 110;
  var form = root.querySelector("form"), box = form.querySelector("input");
  var status = root.querySelector(".search-status"), shorter = root.querySelector(".search-shorter");
  var results = root.querySelector(".search-results"), more = root.querySelector(".search-more");

  // --- the files of the index ---------------------------------------------

  var waiting = {}; // name of a file that was asked for: who is told when it is there

  // load calls done when all files are there, or fail with the name of one that is not.
  function load(names, done, fail) {
    var missing = names.length;
    if (!missing) return done();
    names.forEach(function (name) {
      file(name, function (there) {
        if (!there) return fail(name);
        missing--;
        if (!missing) done();
      });
    });
  }

  function file(name, told) {
    if (jianbaoSearch[name]) return told(true);
    if (waiting[name]) return waiting[name].push(told);
    var mine = waiting[name] = [told];
    var script = document.createElement("script");
    function end() {
      delete waiting[name];
      script.remove();
      mine.forEach(function (told) { told(!!jianbaoSearch[name]); });
    }
    script.onload = script.onerror = end;
    // What a browser kept of an older site must not answer.
    script.src = root.getAttribute("data-index") + name + ".js?" + (name === "head" ? Date.now() : head.version);
    document.head.appendChild(script);
  }

  // numbers calls f with each number of a list to the base 46.
  function numbers(text, f) {
    for (var i = 0, n = 0; i < text.length; i++) {
      var c = text.charCodeAt(i), digit = (c === 32 ? 60 : c === 33 ? 92 : c) - 35;
      if (digit < 46) {
        f(n * 46 + digit);
        n = 0;
      } else {
        n = n * 46 + digit - 46;
      }
    }
  }

  function listOfNumbers(text) {
    var list = [];
    numbers(text, function (n) { list.push(n); });
    return list;
  }

  var head; // what head.js says, ready for use

  function readHead() {
    var said = jianbaoSearch.head, from = Array.from(said.fold[0]), to = Array.from(said.fold[1]);
    head = { version: said.v, words: said.words, first: [0], titles: [], fold: {}, fileOf: [], fileStart: [] };
    listOfNumbers(said.lines).forEach(function (n, i) { head.first.push(head.first[i] + n); });
    var titles = listOfNumbers(said.titles);
    for (var i = 0; i < titles.length; i += 1 + titles[i]) head.titles.push(titles.slice(i + 1, i + 1 + titles[i]));
    from.forEach(function (c, i) { head.fold[c] = to[i]; });
    Array.from(said.drop).forEach(function (c) { head.fold[c] = ""; });
    head.folds = new RegExp("[" + (said.fold[0] + said.drop).replace(/[\\\]^-]/g, "\\$&") + "]", "g");
    listOfNumbers(said.texts).forEach(function (n, i) {
      head.fileStart.push(head.fileOf.length);
      while (n--) head.fileOf.push(i);
    });
  }

  function fold(text) {
    return text.replace(head.folds, function (c) { return head.fold[c]; });
  }

  // --- looking up ---------------------------------------------------------

  // wordsOf cuts a query at spaces and behind sentences, since lines are
  // sentences.
  function wordsOf(query) {
    var words = fold(query.replace(/([。！？])/g, "$1 ")).split(" ");
    return words.filter(function (w, i) { return w && words.indexOf(w) === i; });
  }

  function fileOfChar(c) { return "words-" + (c.codePointAt(0) & (head.words - 1)); }

  // pairsOf lists the pairs that a word is looked up by: all, or of a long word
  // a few that are spread over it, since the text is looked at anyway.
  function pairsOf(word) {
    var chars = Array.from(word), last = chars.length - 2, pairs = [];
    if (last < 0) return chars;
    var step = Math.ceil(last / pairsAtMost) || 1;
    for (var i = 0; i < last; i += step) pairs.push(chars[i] + chars[i + 1]);
    return pairs.concat(chars[last] + chars[last + 1]);
  }

  function filesOf(pairs) {
    var names = {};
    pairs.forEach(function (pair) { names[fileOfChar(pair)] = true; });
    return Object.keys(names);
  }

  function flat(lists) { return [].concat.apply([], lists); }

  // eachLine calls f with the lines that a pair stands in.
  function eachLine(pair, f) {
    var table = jianbaoSearch[fileOfChar(pair)].t, line = -1;
    if (Object.prototype.hasOwnProperty.call(table, pair)) numbers(table[pair], function (n) { f(line += n + 1); });
  }

  var known = {}; // lists of lines that were read

  function listOf(pair) {
    if (!known[pair]) {
      var lines = known[pair] = [];
      eachLine(pair, function (line) { lines.push(line); });
    }
    return known[pair];
  }

  // linesOf lists the lines that may have a word: for one character or two
  // those that do.
  function linesOf(word) {
    return Array.from(word).length === 1 ? linesOfChar(word) : both(pairsOf(word).map(listOf));
  }

  // linesOfChar lists the lines of all pairs that begin with a character.
  function linesOfChar(c) {
    var has = new Uint8Array(head.first[head.first.length - 1]), lines = [];
    Object.keys(jianbaoSearch[fileOfChar(c)].t).forEach(function (pair) {
      if (pair.slice(0, c.length) === c) eachLine(pair, function (line) { has[line] = 1; });
    });
    has.forEach(function (there, line) { if (there) lines.push(line); });
    return lines;
  }

  // both lists what is in all of some ascending lists.
  function both(lists) {
    lists = lists.slice().sort(function (a, b) { return a.length - b.length; });
    return lists.reduce(function (a, b) {
      var i = 0;
      return a.filter(function (line) {
        while (b[i] < line) i++;
        return b[i] === line;
      });
    });
  }

  // eachPage calls f with the page of every line.
  function eachPage(lines, f) {
    var page = 0;
    lines.forEach(function (line) {
      if (line >= head.first[page + 1]) {
        var end = head.titles.length; // the page is in page..end-1
        for (page++; page + 1 < end;) {
          var middle = (page + end) >> 1;
          if (head.first[middle] <= line) page = middle; else end = middle;
        }
      }
      f(page, line);
    });
  }

  // candidates lists pages in the order of results: the words are a title, are
  // in a title, are in one line, are on one page; each from the newest.
  function candidates(words) {
    var lists = words.map(linesOf), rank = [], ranked = [[], [], [], []];
    function put(page, at) { rank[page] = Math.min(at, page in rank ? rank[page] : at); }
    eachPage(both(lists), function (page, line) {
      var length = head.titles[page][line - head.first[page]];
      put(page, length === undefined ? 2 : words.length === 1 && length === Array.from(words[0]).length ? 0 : 1);
    });
    if (words.length > 1) {
      var met = [];
      lists.forEach(function (lines, i) {
        eachPage(lines, function (page) { if ((met[page] || 0) === i) met[page] = i + 1; });
      });
      met.forEach(function (n, page) { if (n === words.length) put(page, 3); });
    }
    rank.forEach(function (at, page) { ranked[at].push(page); });
    return flat(ranked);
  }

  // --- the text of pages --------------------------------------------------

  function textsOf(pages) {
    var names = {};
    pages.forEach(function (page) { names["texts-" + head.fileOf[page]] = true; });
    return Object.keys(names);
  }

  function pageAt(number) {
    var n = head.fileOf[number], p = jianbaoSearch["texts-" + n].p[number - head.fileStart[n]], lines = p[4].split("\n");
    return { path: p[0], kind: p[1], date: p[2], titles: p[3], lines: lines, anchors: p[5], folded: lines.map(fold) };
  }

  // matches lists the lines of a page that have all the words, or else, for
  // each word, the first that has it; none if a word is not there.
  function matches(page, words) {
    function linesWith(wanted) {
      var list = [];
      page.folded.forEach(function (line, i) {
        if (wanted.every(function (w) { return line.indexOf(w) >= 0; })) list.push(i);
      });
      return list;
    }
    var together = linesWith(words);
    if (together.length) return together;
    var apart = words.map(function (w) { return linesWith([w]); });
    if (!apart.every(function (list) { return list.length; })) return [];
    return apart.map(function (list) { return list[0]; });
  }

  // telling leaves out titles, which stand there already, and lines whose
  // longest part another line has, too: a decision stands in the text of the
  // minutes and in the list of decisions.
  function telling(page, lines) {
    var kept = [];
    lines.forEach(function (i) {
      if (i < page.titles) return;
      var text = page.lines[i], core = longest(text);
      for (var k = 0; k < kept.length; k++) {
        var other = page.lines[kept[k]], has = other.indexOf(core) >= 0;
        if (text.indexOf(longest(other)) >= 0 || has && core.length > 5 && core !== text) kept[k] = i;
        else if (!has) continue;
        return;
      }
      kept.push(i);
    });
    return kept.filter(function (i, k) { return kept.indexOf(i) === k; });
  }

  function longest(text) {
    return text.split("\u3000").reduce(function (a, b) { return b.length > a.length ? b : a; });
  }

  // placeOf is the anchor and the heading of a line.
  function placeOf(page, line) {
    var a = page.anchors, place = { anchor: "", heading: 0 };
    for (var i = 0; i < a.length && a[i] <= line; i += 3) place = { anchor: a[i + 1], heading: a[i + 2] };
    return place;
  }

  // --- what is shown ------------------------------------------------------

  function element(name, className, text) {
    var e = document.createElement(name);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }

  // marked appends a text to an element, the words marked, and of a long text
  // what is around the first of them.
  function marked(to, text, words, length) {
    var folded = fold(text), places = [];
    words.forEach(function (w) {
      for (var i = folded.indexOf(w); i >= 0; i = folded.indexOf(w, i + w.length)) places.push([i, i + w.length]);
    });
    places.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    var at = 0, end = text.length;
    if (length && end > length) {
      at = Math.max(0, Math.min(places.length ? places[0][0] - 24 : 0, end - length));
      end = at + length;
    }
    if (at > 0) to.appendChild(document.createTextNode("…"));
    places.forEach(function (p) {
      var from = Math.max(p[0], at), until = Math.min(p[1], end);
      if (until <= from) return;
      to.appendChild(document.createTextNode(text.slice(at, from)));
      to.appendChild(element("mark", "", text.slice(from, until)));
      at = until;
    });
    to.appendChild(document.createTextNode(text.slice(at, end) + (end < text.length ? "…" : "")));
    return to;
  }

  function link(page, line, className) {
    var a = element("a", className), anchor = line === null ? "" : placeOf(page, line).anchor;
    a.href = page.path + (anchor ? "#" + encodeURIComponent(anchor) : "");
    return a;
  }

  function entry(page, lines, words) {
    var item = element("li"), title = element("p", "search-title"), facts = element("p", "search-facts");
    title.appendChild(marked(link(page, null), page.lines[0], words));
    [page.kind].concat(page.lines.slice(1, page.titles), page.date).forEach(function (fact) {
      if (fact) facts.appendChild(marked(element("span"), fact, words));
    });
    item.appendChild(title);
    if (facts.firstChild) item.appendChild(facts);
    telling(page, lines).slice(0, linesOfAPage).forEach(function (i) {
      var place = placeOf(page, i), a = link(page, i, "search-line");
      if (place.heading > 0 && place.heading !== i) a.appendChild(element("small", "", page.lines[place.heading]));
      item.appendChild(marked(a, page.lines[i], words, snippetLength));
    });
    return item;
  }

  // say puts a sentence of the theme into the status, with a value in it.
  function say(key, value) {
    status.textContent = key ? root.getAttribute("data-" + key).replace(/%[ds]/, function () { return value; }) : "";
  }

  function clear() {
    results.textContent = shorter.textContent = "";
    results.hidden = shorter.hidden = more.hidden = true;
    more.onclick = null;
  }

  // --- one search ---------------------------------------------------------

  var turn = 0; // an older search says nothing any more

  function search(query) {
    var mine = ++turn, words, order, next = 0, shown = 0, onward = null;
    function current(f) { return function (name) { if (mine === turn) f(name); }; }
    var lost = current(function (name) {
      clear();
      say("lost", name + ".js");
    });
    function renewed(names) {
      return names.some(function (name) { return jianbaoSearch[name].v !== head.version; });
    }
    function need(names, then) {
      load(names, current(function () {
        if (!renewed(names)) return then();
        clear();
        say("renewed");
      }), lost);
    }

    function lookUp() {
      order = words.length ? candidates(words) : [];
      show(pagesAtOnce);
    }

    // show adds the next pages whose text has the words: the first few as soon
    // as their text is there.
    function show(left) {
      if (!left || next === order.length) return end();
      var pages = order.slice(next, next + Math.min(left, shown ? pagesAtOnce : pagesAtFirst));
      need(textsOf(pages), function () {
        next += pages.length;
        if (!shown) clear();
        pages.forEach(function (number) {
          var page = pageAt(number), lines = matches(page, words);
          if (!lines.length) return;
          results.appendChild(entry(page, lines, words));
          results.hidden = false;
          shown++;
          left--;
        });
        show(left);
      });
    }

    function end() {
      if (!shown) return need(filesOf(flat(words.map(allPairs))), nothing);
      var rest = order.length - next;
      say(rest && !exact() ? "about" : "found", shown + rest);
      more.hidden = !rest;
      more.onclick = function () {
        var last = results.lastChild;
        more.hidden = true;
        more.onclick = null;
        onward = function () { (last.nextSibling || last).querySelector("a").focus(); };
        show(pagesAtOnce);
      };
      if (onward) onward();
      onward = null;
    }

    function exact() { return words.every(function (w) { return Array.from(w).length < 3; }); }

    // nothing suggests parts of the query that are there.
    function nothing() {
      clear();
      var parts = shorterWords(words);
      say(parts.length ? "shorter" : "nothing", query);
      parts.forEach(function (part) {
        var item = element("li"), a = element("a", "", part);
        a.href = "?q=" + encodeURIComponent(part);
        item.appendChild(a);
        shorter.appendChild(item);
      });
      shorter.hidden = !parts.length;
    }

    if (!query.trim()) {
      clear();
      return say("");
    }
    say("searching");
    load(["head"], current(function () {
      if (!head) readHead();
      words = wordsOf(query);
      need(filesOf(flat(words.map(pairsOf))), lookUp);
    }), lost);
  }

  // allPairs lists the pairs of a word, those included that it is not looked up by.
  function allPairs(word) {
    var chars = Array.from(word);
    return chars.map(function (c, i) { return c + (chars[i + 1] || ""); });
  }

  // shorterWords finds the longest parts of words that stand in some line: words
  // of the query by themselves, then parts of them.
  function shorterWords(words) {
    var parts = [];
    words.forEach(function (word) {
      var chars = Array.from(word), from = 0;
      if (words.length > 1 && linesOf(word).length) return parts.push(word);
      while (from + 2 <= chars.length) {
        var to = from + 1;
        while (to < chars.length && linesOf(chars.slice(from, to + 1).join("")).length) to++;
        if (to - from > 1) parts.push(chars.slice(from, to).join(""));
        from = Math.max(to, from + 1);
      }
    });
    parts = parts.filter(function (p, i) { return parts.indexOf(p) === i; });
    return parts.sort(function (a, b) { return b.length - a.length; }).slice(0, 4);
  }

  // --- the box ------------------------------------------------------------

  var timer = 0, asked = null, composing = false;

  function ask() {
    clearTimeout(timer);
    if (box.value === asked) return;
    asked = box.value;
    search(asked);
    try {
      history.replaceState(null, "", asked ? "?q=" + encodeURIComponent(asked) : location.pathname);
    } catch (e) { /* the address stays as it was */ }
  }

  function askSoon() {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(ask, 200);
  }

  root.querySelector(".search-off").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    asked = null;
    ask();
  });
  box.addEventListener("input", askSoon);
  box.addEventListener("compositionstart", function () { composing = true; });
  box.addEventListener("compositionend", function () {
    composing = false;
    askSoon();
  });

  load(["head"], function () {}, function () {}); // ready when the first word is
  box.value = new URLSearchParams(location.search).get("q") || "";
  if (box.value) ask();
  else box.focus();
})();
