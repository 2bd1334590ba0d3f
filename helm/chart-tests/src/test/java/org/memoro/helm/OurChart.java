package org.memoro.helm;

/** The charts there are. */
enum OurChart {
    MEMORO(Chart.MEMORO),
    DATA(Chart.DATA);

    private final Chart chart;

    OurChart(Chart chart) {
        this.chart = chart;
    }

    Chart chart() {
        return chart;
    }
}
