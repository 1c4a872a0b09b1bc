// The keyboard's way through a live chart, while its buttons have the focus:
// ← → look at one category or cell after the other, which is read out too; 1 to
// 9 hide and show a series; + and - zoom a long one.
(function () {
  'use strict';

  // step looks at the category by places from the one last looked at.
  function step(figure, by) {
    var all = figure.option.series, data = all[0].data;
    var i = figure.at === null ? (by > 0 ? 0 : data.length - 1) : figure.at + by;
    i = figure.at = Math.max(0, Math.min(data.length - 1, i));
    if (figure.option.dataZoom) zoom(figure, 1);
    figure.chart.dispatchAction({ type: 'showTip', seriesIndex: all[1] && data[i][0] === '-' ? 1 : 0, dataIndex: i });
    figure.say(figure.words(i));
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
    var key = event.key, series = figure.option.series[key - 1];
    if (key === 'ArrowLeft') step(figure, -1);
    else if (key === 'ArrowRight') step(figure, 1);
    else if (figure.option.dataZoom && /^[-+=]$/.test(key)) zoom(figure, key === '-' ? 2 : 0.5);
    else if (figure.option.legend.show && series) figure.chart.dispatchAction({ type: 'legendToggleSelect', name: series.name });
    else return;
    event.preventDefault();
  });
})();
