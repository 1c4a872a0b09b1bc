// Figures are saved as seen: as a picture for a document or a slide, the live
// chart if there is one, else the drawing; and the drawing as SVG, which stays
// sharp at any size. Each carries its title.
(function () {
  'use strict';

  var MARGIN = 8, HEAD = 36;

  function titleOf(box) { return box.querySelector('figcaption').textContent.trim(); }

  function fontOf(box) { return getComputedStyle(box).fontFamily; }

  function save(blob, name) {
    var a = document.createElement('a');
    a.href = URL.createObjectURL(blob);
    a.download = name.replace(/[\\/:*?"<>|\s]+/g, ' ');
    document.body.appendChild(a);
    a.click();
    document.body.removeChild(a);
    setTimeout(function () { URL.revokeObjectURL(a.href); }, 10000);
  }

  // standalone is the drawing as a file of its own: with a size, and without
  // links that lead nowhere from where it will lie.
  function standalone(box, head) {
    var drawing = box.querySelector('.figure-wide svg'), svg = drawing.cloneNode(true), view = drawing.viewBox.baseVal;
    var width = view.width + 2 * MARGIN, height = view.height + 2 * MARGIN + head;
    [].forEach.call(svg.querySelectorAll('a'), function (a) { a.removeAttribute('href'); });
    svg.setAttribute('role', 'img');
    svg.setAttribute('viewBox', [-MARGIN, -MARGIN - head, width, height].join(' '));
    svg.setAttribute('width', width);
    svg.setAttribute('height', height);
    svg.setAttribute('font-family', fontOf(box));
    if (head) svg.appendChild(heading(box, svg.namespaceURI));
    return new XMLSerializer().serializeToString(svg);
  }

  function heading(box, namespace) {
    var text = document.createElementNS(namespace, 'text');
    text.setAttribute('y', 20 - HEAD);
    text.setAttribute('font-size', 16);
    text.setAttribute('font-weight', 700);
    text.setAttribute('fill', '#1b1f24');
    text.textContent = titleOf(box);
    return text;
  }

  // paint puts the title over a picture, at twice the size of the screen.
  function paint(box, picture, width, height) {
    var canvas = document.createElement('canvas'), c = canvas.getContext('2d');
    canvas.width = 2 * width;
    canvas.height = 2 * (height + HEAD);
    c.scale(2, 2);
    c.fillStyle = '#ffffff';
    c.fillRect(0, 0, width, height + HEAD);
    c.fillStyle = '#1b1f24';
    c.font = '700 16px ' + fontOf(box);
    c.fillText(titleOf(box), MARGIN, 24);
    c.drawImage(picture, 0, HEAD, width, height);
    canvas.toBlob(function (blob) { save(blob, titleOf(box) + '.png'); });
  }

  // savePicture leaves out what only serves the screen: tooltip and slider.
  function savePicture(box) {
    var place = box.querySelector('.figure-chart'), picture = new Image(), scale = 1;
    picture.onload = function () { paint(box, picture, picture.width / scale, picture.height / scale); };
    if (place) {
      var chart = window.echarts.getInstanceByDom(place);
      scale = 2;
      chart.dispatchAction({ type: 'hideTip' });
      chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
      setTimeout(function () { // a tooltip takes its time to go
        picture.src = chart.getDataURL({ pixelRatio: scale, backgroundColor: '#ffffff', excludeComponents: ['dataZoom'] });
      }, 250);
    } else {
      picture.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(standalone(box, 0));
    }
  }

  [].forEach.call(document.querySelectorAll('.figure-tools'), function (tools) {
    var box = tools.closest('.figure'), drawing = box.querySelector('.figure-wide svg');
    if (!drawing || drawing.viewBox.baseVal.height < 60) return; // it says that there are no numbers
    tools.hidden = false;
    tools.querySelector('.figure-png').addEventListener('click', function () { savePicture(box); });
    tools.querySelector('.figure-svg').addEventListener('click', function () {
      save(new Blob([standalone(box, HEAD)], { type: 'image/svg+xml' }), titleOf(box) + '.svg');
    });
  });
})();
