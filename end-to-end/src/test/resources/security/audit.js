// What a page of ours may consist of; whatever else stands in it came out of somebody's text.
// Takes the texts that must be there to be read; says what is wrong.
(expected) => {
  // What a browser shows as plain text, such as a problem document, has nothing that could run.
  if (document.contentType !== 'text/html') return [];
  const wrong = [];
  const words = (text) => new Set(text.split(' '));
  const ELEMENTS = words(
    'html head meta title link script body a article aside b br button circle code dd defs details dialog div dl dt ellipse ' +
    'em fieldset footer form g h1 h2 h3 h4 header hr i input kbd label legend li line main mark nav noscript ol optgroup option p ' +
    'path polygon polyline rect section select small span strong summary svg table tbody td template textarea th thead ' +
    'time tr ul');
  const HTMX = words(
    'hx-get hx-post hx-target hx-swap hx-trigger hx-headers hx-push-url hx-sync hx-indicator hx-disabled-elt ' +
    'hx-swap-oob hx-ext hx-history hx-boost sse-connect sse-swap');
  const ADDRESSES = words('href src action formaction hx-get hx-post sse-connect');
  const NEVER = words('style srcdoc srcset background poster ping nonce is xlink:href http-equiv shadowrootmode');

  const leadsAway = (element, value) => {
    let to;
    try { to = new URL(value, location.origin); } catch { return true; }
    if (to.origin === location.origin) return element.localName === 'script' && !to.pathname.startsWith('/static/');
    if (element.localName !== 'a') return true;
    const rel = (element.getAttribute('rel') || '').split(' ');
    return ['mailto:', 'tel:'].includes(to.protocol) ? false
      : !(['http:', 'https:'].includes(to.protocol) && rel.includes('noopener') && rel.includes('noreferrer'));
  };
  const check = (element, attribute) => {
    const { name, value } = attribute;
    if (/^on|pwn|^data-hx-|^data-sse-/i.test(name)) return true;
    if (/^(hx|sse|ws)-/.test(name) && !HTMX.has(name)) return true;
    if (name === 'hx-history') return element !== document.body || value !== 'false';
    // Our script moves menus to where they were opened.
    if (NEVER.has(name)) return !(name === 'style' && element.hasAttribute('popover'));
    if (ADDRESSES.has(name)) return leadsAway(element, value);
    return /^(hx|sse)-/.test(name) && value.includes('pwn');
  };
  const read = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (!ELEMENTS.has(element.localName)) wrong.push(`element ${element.outerHTML.slice(0, 160)}`);
      for (const attribute of element.attributes) {
        if (check(element, attribute)) wrong.push(`attribute ${attribute.name}=${attribute.value.slice(0, 80)} of ${element.outerHTML.slice(0, 160)}`);
      }
      read.push(element.getAttribute('value') ?? '', element.localName === 'textarea' ? element.defaultValue : '');
      if (element.localName === 'template') walk(element.content);
    }
  };
  walk(document);
  if (document.querySelectorAll('meta[name=htmx-config]').length > 1) wrong.push('two configurations of htmx');
  if (expected.length) {
    // White space falls together in HTML, and our words for a relation have hyphens for underscores.
    const plain = (text) => text.toLowerCase().replace(/[\s_-]+/g, ' ').trim();
    const all = plain(document.documentElement.textContent + ' ' + read.join(' '));
    expected.map(plain).filter((text) => !all.includes(text)).forEach((text) => wrong.push(`not shown: ${text.slice(0, 160)}`));
  }
  return wrong;
}
