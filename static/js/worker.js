// Offers that were opened stay readable without a connection. The network comes first, always. Only what lies under
// the scope, the board, passes here: never a page of the desk; and only pages of offers are kept, never a form.
const OFFLINE = new URL("offline/", registration.scope).pathname;
const OFFER = /\/offers\/[0-9a-f-]{36}\/$/;
const MOST = 60;

async function fresh(request) {
  const response = await fetch(request), { pathname } = new URL(request.url);
  const isKept = OFFER.test(pathname) || request.destination === "style";
  const kept = await caches.open("offers");
  if (isKept && response.ok && !/no-store/.test(response.headers.get("Cache-Control"))) await kept.put(pathname, response.clone());
  else if (isKept) await kept.delete(pathname); // gone from the board
  for (const old of (await kept.keys()).slice(0, -MOST)) if (!old.url.endsWith(OFFLINE)) await kept.delete(old);
  return response;
}

async function remembered({ url, mode }) {
  return (await caches.match(new URL(url).pathname)) ?? (mode === "navigate" ? await caches.match(OFFLINE) : Response.error());
}

addEventListener("install", (event) => event.waitUntil(caches.open("offers").then((kept) => kept.add(OFFLINE))));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || (request.mode !== "navigate" && request.destination !== "style")) return;
  event.respondWith(fresh(request).catch(() => remembered(request)));
});
