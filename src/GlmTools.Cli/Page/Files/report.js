// The page of a report: one run, which stands in the page as JSON.
import { fill } from './dom.js';
import { timelineView } from './timeline.js';

document.body.classList.add('report');
fill(document.getElementById('main'), timelineView(JSON.parse(document.getElementById('run').textContent)));
