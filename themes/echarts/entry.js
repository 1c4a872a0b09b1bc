// What the figures' options use of ECharts, and nothing else; its build makes
// of it the classic script assets/echarts.js, whose one name is echarts. A kind
// of figure that draws with another series or component adds it here.
//
// Canvas and not SVG: the latter writes style attributes, which the pages'
// policy forbids.
import { getInstanceByDom, init, use } from "echarts/core";
import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import {
  AriaComponent,
  DataZoomSliderComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from "echarts/components";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";

use([
  BarChart, HeatmapChart, LineChart,
  AriaComponent, DataZoomSliderComponent, GridComponent, LegendComponent, MarkLineComponent,
  TitleComponent, TooltipComponent, VisualMapPiecewiseComponent,
  LabelLayout, CanvasRenderer,
]);

export { getInstanceByDom, init };
