// Browsers that know Trusted Types turn text into HTML only through this policy, and into scripts not at all.
// What becomes HTML is what our own server has just sent to htmx, whole and unchanged; everything else is an error.
(() => {
  'use strict';
  if (!window.trustedTypes) return;
  const [before, after] = ['<body><template class="internal-htmx-wrapper">', '</template></body>'];
  // Where htmx puts aside what it keeps over a swap.
  const pantry = "<div id='--htmx-preserve-pantry--'></div>";
  const withoutHead = (html) => html.replace(/<head(\s[^>]*)?>[\s\S]*?<\/head>/i, '');
  const recent = [];
  const remember = (html) => { if (typeof html === 'string' && recent.push(html) > 8) recent.shift(); };
  const wasSent = (html) => recent.some((sent) => html === sent || html === withoutHead(sent) || html === before + withoutHead(sent) + after);
  window.trustedTypes.createPolicy('default', {
    createHTML: (html) => (html === pantry || wasSent(html) ? html : null),
  });
  document.addEventListener('htmx:beforeSwap', (e) => remember(e.detail.xhr?.response));
  document.addEventListener('htmx:sseBeforeMessage', (e) => remember(e.detail.data));
})();
