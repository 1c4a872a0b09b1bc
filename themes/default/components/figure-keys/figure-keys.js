// The keyboard's way through a live chart, while its buttons have the focus:
// ← → look at one category or cell after the other, which is read out too; 1 to
// 9 hide and show a series; + and - zoom a long one.
(function () {
  'use strict';

  // has tells whether a series has a point at i: a number, or the reason why
  // there is none; where the bars of one row are shared out among series that
  // overlap, only one of them has. What is silent is only a label or a mark.
  function has(option, series, i) {
    var point = series.data[i];
    if (!point || series.silent) return false;
    return point[option.xAxis[0].type === 'category' ? 1 : 0] !== '-' || point[2] === '—' && !series.barGap;
  }

  // words are what is to be seen at i.
  function words(option, i) {
    var category = option.xAxis[0].type === 'category' ? option.xAxis[0] : option.yAxis[0], cell = option.series[0].data[i];
    if (option.visualMap) return category.data[cell[0]] + '：' + cell[4];
    var values = option.series.filter(function (s) { return has(option, s, i); }).map(function (s) { return s.name + ' ' + s.data[i][3]; });
    values = values.filter(function (text, i) { return values.indexOf(text) === i; }); // of all areas together, in every panel
    return category.data[i] + (values.length ? '：' + values.join('，') : '');
  }

  // step looks at the category by places from the one last looked at.
  function step(figure, by) {
    var option = figure.option, last = option.series[0].data.length - 1;
    var i = figure.at = figure.at === null ? (by > 0 ? 0 : last) : Math.max(0, Math.min(last, figure.at + by));
    var shown = option.visualMap ? [true] : option.series.map(function (s) { return has(option, s, i); });
    if (option.dataZoom) zoom(figure, 1);
    figure.chart.dispatchAction({ type: 'showTip', seriesIndex: Math.max(0, shown.indexOf(true)), dataIndex: i });
    figure.say(words(option, i));
  }

  // zoom shows by times as much, around the category last looked at, else up
  // to the latest.
  function zoom(figure, by) {
    var now = figure.chart.getOption().dataZoom[0], n = figure.option.series[0].data.length;
    var width = Math.max(300 / n, Math.min(100, (now.end - now.start) * by));
    var middle = figure.at === null ? 100 : (figure.at + 0.5) / n * 100;
    var start = Math.max(0, Math.min(100 - width, middle - width / 2));
    figure.chart.dispatchAction({ type: 'dataZoom', start: start, end: start + width });
  }

  document.addEventListener('keydown', function (event) {
    var tools = event.target.closest && event.target.closest('.figure-tools');
    var figure = tools && tools.parentNode.live;
    if (!figure || !figure.chart || event.ctrlKey || event.altKey || event.metaKey) return;
    var option = figure.option, key = event.key, names = option.legend.data || option.series.map(function (s) { return s.name; });
    if (key === 'ArrowLeft') step(figure, -1);
    else if (key === 'ArrowRight') step(figure, 1);
    else if (option.dataZoom && /^[-+=]$/.test(key)) zoom(figure, key === '-' ? 2 : 0.5);
    else if (option.legend.show && names[key - 1]) figure.chart.dispatchAction({ type: 'legendToggleSelect', name: names[key - 1] });
    else return;
    event.preventDefault();
  });
})();
