// What the pages can only do in the browser. Everything else is plain HTML that also works without this file.
(() => {
  'use strict';
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const isTyping = (e) => e.target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
  const announce = (text) => { $('#announce') && ($('#announce').textContent = text); };

  // Controls that need a script are shown by it.
  const showNeeding = (root) => $$('[data-needs-script]', root).forEach((control) => { control.hidden = false; });
  showNeeding(document);

  // Key labels follow the platform.
  const nameKeys = (root) => { if (!isMac) $$('.kbd', root).forEach((key) => { key.textContent = key.textContent.replace('⌘', key.textContent.length > 1 ? 'Ctrl ' : 'Ctrl'); }); };
  nameKeys(document);

  // htmx keeps the last address in the browser's storage; ours say what was asked for, so they do not stay there.
  const forgetAddress = () => sessionStorage.removeItem('htmx-current-path-for-history');
  forgetAddress();
  ['htmx:pushedIntoHistory', 'htmx:replacedInHistory', 'htmx:historyRestore'].forEach((type) => document.addEventListener(type, forgetAddress));

  // Looks change at once; the server keeps them in cookies so that the next page has them before it is painted.
  const usual = { theme: 'system', reading: 'book', 'text-size': 'normal' };
  document.addEventListener('change', (e) => {
    const { name, value } = e.target;
    if (!e.target.matches('#appearance [type=radio]')) return;
    if (value === usual[name]) document.documentElement.removeAttribute(`data-${name}`);
    else document.documentElement.setAttribute(`data-${name}`, value);
  });

  // Of the settings' tabs the current one is in sight on a phone too.
  $$('.subnav [aria-current]').forEach((tab) => { tab.parentElement.scrollLeft = tab.offsetLeft - 60; });

  // A page that the browser kept alive is shown again only while its session lives.
  addEventListener('pageshow', (e) => {
    if (e.persisted && $('#announce')) fetch('/to-check', { headers: { 'HX-Request': 'true' } }).then((answer) => { if (!answer.ok || answer.redirected) location.reload(); });
  });

  // A secret shown once is copied with one click; without https browsers only let us select it.
  document.addEventListener('click', async (e) => {
    const button = e.target.closest('[data-copy]');
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch { if (!document.execCommand('copy')) { announce('Select the text and copy it.'); return; } }
    $('span', button).textContent = 'Copied';
    announce('Copied.');
  });

  // An account that never named its time zone takes the browser's, once: "yesterday" is counted from there.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (document.body.dataset.zone === 'Etc/UTC' && zone && !/^(Etc\/)?(UTC|GMT|UCT|Zulu|Universal)$/.test(zone)) {
    fetch('/api/v1/account', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/merge-patch+json', ...JSON.parse(document.body.getAttribute('hx-headers') || '{}') },
      body: JSON.stringify({ timeZone: zone }),
    });
  }

  // Single keys can be turned off for people who dictate.
  const singleKeys = () => localStorage.getItem('single-keys') !== 'off';
  $$('[data-single-keys]').forEach((choice) => {
    choice.checked = singleKeys();
    choice.addEventListener('change', () => localStorage.setItem('single-keys', choice.checked ? 'on' : 'off'));
  });

  // Dialogs are native; focus returns to the opener by itself.
  const open = (id) => {
    const dialog = document.getElementById(id);
    if (!dialog || dialog.open) return;
    dialog.showModal();
    $('input:not([type=hidden])', dialog)?.select();
  };
  document.addEventListener('click', (e) => {
    const opener = e.target.closest('[data-open]');
    if (opener && document.getElementById(opener.dataset.open)) {
      e.preventDefault();
      opener.closest('[popover]')?.hidePopover();
      open(opener.dataset.open);
    }
    if (e.target.closest('[data-close]')) e.target.closest('dialog').close();
    if (e.target.matches('dialog.overlay')) e.target.close();
    if (e.target.closest('[data-close-popover]')) e.target.closest('[popover]').hidePopover();
    if (e.target.closest('.menu__item')) e.target.closest('[popover]')?.hidePopover();
  });

  // Popovers sit under what opened them and flip up near the bottom edge.
  const openers = new WeakMap();
  const openerOf = (popover) => openers.get(popover) || $(`[popovertarget="${popover.id}"]`);
  const remember = (e) => {
    const button = (e.type === 'keydown' ? document.activeElement : e.target)?.closest?.('[popovertarget]');
    if (button) openers.set(document.getElementById(button.getAttribute('popovertarget')), button);
  };
  document.addEventListener('pointerdown', remember, true);
  document.addEventListener('keydown', remember, true);
  const place = (popover) => {
    const by = openerOf(popover)?.getBoundingClientRect();
    if (!by) return;
    const width = popover.offsetWidth, height = popover.offsetHeight;
    const below = by.bottom + height + 12 <= innerHeight || by.top <= height + 12;
    popover.style.left = `${Math.max(12, Math.min(by.left, innerWidth - width - 12))}px`;
    popover.style.top = `${below ? Math.max(12, Math.min(by.bottom + 6, innerHeight - height - 12)) : by.top - height - 6}px`;
  };
  document.addEventListener('toggle', (e) => {
    if (!e.target.matches?.('[popover].menu') || e.newState !== 'open') return;
    place(e.target);
    const first = $('input:not([type=hidden]), select, a, button:not([hidden])', e.target);
    first?.focus();
    if (first?.matches('input[type=text]')) first.select();
  }, true);

  // A fact lights up the words it came from, and the words every fact that was read from them.
  const light = (on) => (e) => {
    const fact = e.target.closest?.('.fact'), words = e.target.closest?.('.hl');
    const chip = fact && $('[data-lights]', fact);
    if (chip) $$(`[data-fact~="${chip.dataset.lights}"]`).forEach((lit) => lit.toggleAttribute('data-lit', on));
    (words?.dataset.fact || '').split(' ').filter(Boolean).forEach((id) => document.getElementById(`fact-${id}`)?.toggleAttribute('data-lit', on));
  };
  ['pointerover', 'focusin'].forEach((type) => document.addEventListener(type, light(true)));
  ['pointerout', 'focusout'].forEach((type) => document.addEventListener(type, light(false)));

  // Writing: an example fills the box, and every link to it focuses it where it is on the page.
  const box = $('#capture-text');
  const write = () => { if (!box) return false; box.focus(); box.scrollIntoView({ block: 'center' }); return true; };
  document.addEventListener('click', (e) => {
    const link = e.target.closest('[data-capture]');
    if (link && write()) e.preventDefault();
    const example = e.target.closest('[data-example]');
    if (example && box) { box.value = example.dataset.example; box.focus(); }
  });
  if (location.hash === '#capture-text') write();

  // The button of the capture box names the chosen day.
  const day = $('#capture-on');
  const nameDay = () => { if (day) $('#capture-day').textContent = day.value ? new Date(`${day.value}T12:00`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' }) : 'Today'; };
  day?.addEventListener('change', nameDay);

  // The note stands in the timeline while it is being saved; the text leaves the box only when it is safe.
  const isCapture = (e) => e.detail.requestConfig?.elt?.id === 'capture' || e.detail.elt?.id === 'capture';
  document.addEventListener('htmx:beforeRequest', (e) => {
    if (!isCapture(e) || !box.value.trim()) return;
    const saving = $('#note-saving').content.firstElementChild.cloneNode(true);
    $('[data-slot=words]', saving).textContent = box.value;
    $('#timeline-today').prepend(saving);
  });
  document.addEventListener('htmx:beforeSwap', (e) => { if (isCapture(e)) $$('.note[data-state=saving]').forEach((note) => note.remove()); });
  document.addEventListener('htmx:afterRequest', (e) => {
    if (!isCapture(e)) return;
    $$('.note[data-state=saving]').forEach((note) => note.remove());
    if (!(e.detail.xhr.status >= 200 && e.detail.xhr.status < 300)) { box.focus(); return; }
    $('#capture').reset();
    box.value = '';
    nameDay();
    box.removeAttribute('aria-invalid');
    $('#capture-error').textContent = '';
    $('.capture__try')?.remove();
    box.focus();
    announce('Note saved.');
  });

  // What htmx brings in is treated like what was there; the number of notes to check may have changed with a note.
  document.addEventListener('htmx:load', (e) => { nameKeys(e.detail.elt); showNeeding(e.detail.elt); });
  const noteChanged = (id, before) => {
    window.htmx.trigger(document.body, 'notes-changed');
    const now = document.getElementById(id);
    if (before === 'understanding' && now && now.dataset.state !== before) announce(now.dataset.state === 'failed' ? $('.facts__status p', now).textContent.trim() : 'A note was understood.');
  };
  document.addEventListener('htmx:afterSwap', ({ detail: { target } }) => { if (target?.id?.startsWith('note-')) noteChanged(target.id, target.dataset.state); });

  // Facts: the form to fix one opens under what asked for it and closes when the note comes back.
  let fixed = null;
  const chipOf = (fact) => document.getElementById(`fact-${fact}-main`);
  const factOf = (path) => /\/facts\/([0-9a-f-]{36})/.exec(path || '')?.[1];
  document.addEventListener('htmx:afterSwap', (e) => {
    const popover = $('#fix-fact'), by = e.detail.requestConfig?.elt;
    if (e.detail.target === popover) {
      fixed = factOf(e.detail.requestConfig?.path);
      if (by?.isConnected && !popover.contains(by)) { openers.set(popover, by); (by.closest('.fact') ? chipOf(fixed) : by)?.focus(); }
      if (popover.matches(':popover-open')) { place(popover); $('input:not([type=hidden]), select', popover)?.focus(); } else popover.showPopover();
    } else if (popover?.matches(':popover-open') && popover.contains(by)) {
      popover.hidePopover();
      // The browser takes the focus out of what is hidden only with its next picture; until then it is nobody else's.
      if (popover.contains(document.activeElement)) document.activeElement.blur();
    }
  });
  document.addEventListener('toggle', (e) => {
    if (e.target.id === 'fix-fact' && e.newState === 'closed' && document.activeElement === document.body) chipOf(fixed)?.focus();
  }, true);
  // On a person's page a fact is put right over the page while its note is there to follow, else on a page of its own.
  document.addEventListener('click', (e) => {
    const pencil = e.target.closest('[data-fix-note]');
    if (!pencil || e.metaKey || e.ctrlKey || !document.getElementById(pencil.dataset.fixNote)) return;
    e.preventDefault();
    window.htmx.ajax('GET', pencil.dataset.fixUrl, { source: pencil, target: '#fix-fact', swap: 'innerHTML' });
  });

  // A note that comes back takes the place of the one that had the focus. By keyboard a yes or a no leads on to the next
  // fact that waits, an answered question to the facts that waited for it; all else stays at its fact.
  const nextAfter = (note, fact, { path, elt, triggeringEvent }) => {
    const chip = document.getElementById(`fact-${fact}`), waiting = $$('.fact[data-state=suggested]', note);
    if (/\/person\//.test(path)) return $('.choice, .fact[data-state=suggested] .fact__main', note);
    const isAnswer = elt.matches('.fact__act--yes, [data-no]') && triggeringEvent?.detail === 0;
    const next = isAnswer && (waiting.find((other) => chip && chip.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) || waiting[0]);
    return next ? $('.fact__main', next) : chipOf(fact);
  };
  document.addEventListener('htmx:afterSettle', (e) => {
    const note = e.detail.target?.id?.startsWith('note-') && document.getElementById(e.detail.target.id);
    const asked = e.detail.requestConfig;
    if (!note || !asked || asked.verb !== 'post') return;
    $('.facts[data-fresh]', note)?.removeAttribute('data-fresh');
    if (/\/understand\b/.test(asked.path)) announce('Understanding the note again.');
    const at = document.activeElement, byKeyboard = asked.triggeringEvent?.detail === 0;
    if (at === document.body || (byKeyboard && note.contains(at))) (nextAfter(note, factOf(asked.path), asked) || note).focus();
  });
  // While a decision is on its way only its own answer replaces the card; a look that somebody else crossed goes to the card that stands there now.
  const deciding = new Set();
  const isDecision = (detail) => detail.requestConfig?.verb === 'post';
  document.addEventListener('htmx:beforeSend', ({ detail }) => {
    if (isDecision(detail)) deciding.add(detail.target.id);
    detail.xhr.addEventListener('readystatechange', () => {
      if (detail.xhr.readyState === XMLHttpRequest.DONE && !detail.target.isConnected) detail.target = document.getElementById(detail.target.id) || detail.target;
    });
  });
  document.addEventListener('htmx:beforeSwap', ({ detail }) => { if (!isDecision(detail) && deciding.has(detail.target.id)) detail.shouldSwap = false; });
  document.addEventListener('htmx:afterRequest', ({ detail }) => { if (isDecision(detail)) deciding.delete(detail.target?.id); });
  // What looks as it did before stays, with the focus that is on it. The event after the swap is sent to the old card, where nobody hears it.
  document.addEventListener('htmx:sseBeforeMessage', (e) => {
    const { id, dataset: { print, state } } = e.target;
    if (deciding.has(id) || (print && e.detail.data.includes(`data-print="${print}"`))) { e.preventDefault(); return; }
    setTimeout(() => noteChanged(id, state));
  });
  // The focus that was on a card is on the same thing of the one that takes its place unasked: by the stream, or by a look.
  const sameThing = ['.fact__act--yes', '[data-fix]', '[data-no]', '.fact__act', '.fact__text-act', '.fact__main', '.choice', '.note__who a', 'summary', '[data-edit]', '[popovertarget]'];
  const focusIn = (card) => {
    const at = document.activeElement;
    return card.contains(at) && { fact: at.closest('.fact')?.id, thing: sameThing.find((selector) => at.matches(selector)) };
  };
  const giveBack = (id, had) => {
    const card = document.getElementById(id);
    if (!card || !had || document.activeElement !== document.body) return;
    const fact = had.fact && document.getElementById(had.fact);
    ((had.thing && $(had.thing, fact || card)) || (fact && $('.fact__main', fact)) || card).focus({ preventScroll: true });
  };
  document.addEventListener('htmx:sseBeforeMessage', (e) => {
    const card = e.target, had = !e.defaultPrevented && focusIn(card);
    if (had) setTimeout(() => giveBack(card.id, had));
  });
  let looked = null;
  document.addEventListener('htmx:beforeSwap', ({ detail: { requestConfig, target } }) => { if (requestConfig?.verb === 'get' && target.id?.startsWith('note-')) looked = { id: target.id, had: focusIn(target) }; });
  document.addEventListener('htmx:afterSettle', ({ detail: { target } }) => { if (looked && looked.id === target?.id) { giveBack(looked.id, looked.had); looked = null; } });
  // A fact whose form came back with a mistake is decided no more, so that its card hears the stream again.
  document.addEventListener('htmx:afterRequest', ({ detail: { requestConfig, target } }) => { if (target?.id === 'fix-fact') deciding.delete(`note-${/\/notes\/([^/]+)/.exec(requestConfig?.path)?.[1]}`); });

  // A question opens over the page when it is there, and is gone when it was answered; focus goes where the answer shows.
  document.addEventListener('htmx:afterSwap', (e) => {
    const question = $('#question');
    if (!question) return;
    if (e.detail.target.id === 'question-in') open('question');
    else if (question.contains(e.detail.requestConfig?.elt)) question.close();
  });
  document.addEventListener('htmx:afterSettle', (e) => {
    const then = e.detail.requestConfig?.elt?.dataset?.thenFocus;
    if (then) document.getElementById(then)?.focus();
  });

  // Errors: say it, keep everything that was typed, offer the same again.
  const failed = (text) => (e) => {
    if (e.detail.xhr?.status === 401) { location.assign('/sign-in'); return; }
    const toast = $('#toast-failed').content.firstElementChild.cloneNode(true);
    $('span', toast).textContent = text;
    const { elt } = e.detail;
    // A choice that was not saved must not look as if it were; again means the choice, not what it was set back to.
    const wanted = elt.matches('[data-set-back]') ? [...new FormData(elt)] : [];
    if (wanted.length) elt.reset();
    $('button', toast).addEventListener('click', () => {
      toast.remove();
      wanted.forEach(([name, value]) => { elt.elements[name].value = value; });
      if (elt.matches('form')) elt.requestSubmit(); else if (elt.matches('a, button')) elt.click();
    });
    $('#toasts').replaceChildren(toast);
    announce(text);
  };
  document.addEventListener('htmx:responseError', failed('That did not work, the server could not do it'));
  document.addEventListener('htmx:sendError', failed('That did not work, the server did not answer'));
  document.addEventListener('htmx:timeout', failed('That took too long'));

  // Toasts leave after a while, but never while someone is on them.
  const toasts = () => $('#toasts');
  const leave = () => { if (!toasts()?.firstElementChild) return; if (toasts().matches(':hover, :focus-within')) setTimeout(leave, 3000); else toasts().replaceChildren(); };
  let leaving = toasts()?.firstElementChild ? setTimeout(leave, 8000) : 0;
  new MutationObserver((changes) => {
    if (!changes.some((change) => [...change.addedNodes].some((node) => node.nodeType === 1 && (node.matches('.toast') || node.querySelector('.toast'))))) return;
    clearTimeout(leaving);
    leaving = setTimeout(leave, 8000);
  }).observe(document.body, { childList: true, subtree: true });

  // After a form came back with errors the summary gets the focus.
  document.addEventListener('htmx:afterSettle', () => { const errors = $('#form-errors'); if (errors && !errors.contains(document.activeElement)) errors.focus(); });
  if ($('#form-errors')) $('#form-errors').focus();

  // Keyboard.
  let lastG = 0;
  const go = { t: '/', p: '/people', a: '/ask', s: '/settings' };
  const palette = (e) => {
    const dialog = $('#palette');
    if (!dialog?.open || !['ArrowDown', 'ArrowUp', 'Enter'].includes(e.key)) return false;
    const items = $$('[role=option]', dialog);
    let at = items.findIndex((item) => item.getAttribute('aria-selected') === 'true');
    if (!items.length) return true;
    e.preventDefault();
    if (e.key === 'Enter') { items[Math.max(at, 0)].click(); return true; }
    items[at]?.setAttribute('aria-selected', 'false');
    at = at < 0 && e.key === 'ArrowUp' ? items.length - 1 : (at + (e.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length;
    items[at].setAttribute('aria-selected', 'true');
    items[at].scrollIntoView({ block: 'nearest' });
    $('input', dialog).setAttribute('aria-activedescendant', items[at].id);
    return true;
  };
  const step = (by) => {
    const rows = $$('.note, .entry, .person-row, .result');
    if (!rows.length) return;
    const before = rows.findIndex((row) => row.hasAttribute('data-current'));
    rows[before]?.removeAttribute('data-current');
    const row = rows[Math.max(0, Math.min(rows.length - 1, before + by))];
    row.setAttribute('data-current', '');
    row.scrollIntoView({ block: 'nearest' });
    ($('.note__who a, .person-row__name a, a', row) || row).focus({ preventScroll: true });
  };
  document.addEventListener('keydown', (e) => {
    const command = e.metaKey || e.ctrlKey;
    if (command && e.key.toLowerCase() === 'k') { e.preventDefault(); $('dialog[open]')?.close(); open('palette'); return; }
    if (command && e.key === 'Enter' && e.target.matches('textarea')) { e.preventDefault(); e.target.form?.requestSubmit(); return; }
    if (command && e.key.toLowerCase() === 'z' && !isTyping(e) && $('#toasts [data-undo]')) { e.preventDefault(); $('#toasts [data-undo]').click(); return; }
    if (e.key === 'Escape' && e.target.matches('textarea, input') && !e.target.closest('[popover]')) { const cancel = e.target.form && $('[data-cancel]', e.target.form); if (cancel) cancel.click(); else e.target.blur(); return; }
    if (palette(e) || isTyping(e) || command || e.altKey || $('dialog[open]') || !singleKeys()) return;
    if (Date.now() - lastG < 1200 && go[e.key]) { location.assign(go[e.key]); return; }
    lastG = e.key === 'g' ? Date.now() : 0;
    const current = $('[data-current]') || $('.note:focus-within, .entry:focus-within') || document;
    const press = (selector) => { const control = $(selector, current); if (control) { e.preventDefault(); control.click(); } return control; };
    if (e.key === 'c') { e.preventDefault(); if (!write()) $('main [data-capture], [data-capture]').click(); }
    else if (e.key === '/') { e.preventDefault(); const search = $('[data-slash]'); if (search) search.focus(); else location.assign('/ask'); }
    else if (e.key === '?') { e.preventDefault(); open('shortcuts'); }
    else if (e.key === 'j') step(1);
    else if (e.key === 'k') step(-1);
    else if (e.key === 'y') press('.fact__act--yes');
    else if (e.key === 'f') press('[data-fix]');
    else if (e.key === 'x') press('[data-no]');
    else if (e.key === 'e' && current !== document && $('[data-edit]', current)) press('[data-edit]');
    else { const link = /^[a-z]$/.test(e.key) && $(`[data-key="${e.key}"]`); if (link) link.click(); }
  });
})();
