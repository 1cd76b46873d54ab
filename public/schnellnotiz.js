// Keeps the page of the quick note, and nothing else, for a town hall without network: the page as it came last, and the
// files it needs. Registered by the island `quick-note` for that one page.
const keptIn = "schnellnotiz";
const most = 60;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// What the page had loaded before this worker was there.
self.addEventListener("message", (event) => {
	if (!Array.isArray(event.data?.keep)) return;
	event.waitUntil(
		caches.open(keptIn).then((cache) =>
			Promise.all(
				event.data.keep.map((address) =>
					fetch(address)
						.then((answer) => keep(cache, address, answer))
						.catch(() => undefined),
				),
			),
		),
	);
});

self.addEventListener("fetch", (event) => {
	const { request } = event;
	if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
	event.respondWith(request.mode === "navigate" ? pageOf(request) : fileOf(request));
});

/** The page from the network, or as it came last; asked for with "?notiert" it is the same page. */
async function pageOf(request) {
	const cache = await caches.open(keptIn);
	const address = request.url.split("?")[0];
	try {
		const answer = await fetch(request);
		if (!request.url.includes("?")) await keep(cache, address, answer.clone());
		return answer;
	} catch (error) {
		const kept = await cache.match(address);
		if (kept) return kept;
		throw error;
	}
}

/** A file as it is kept (its name changes when it does), or from the network. */
async function fileOf(request) {
	const cache = await caches.open(keptIn);
	const kept = await cache.match(request);
	if (kept) return kept;
	const answer = await fetch(request);
	if (new URL(request.url).pathname.startsWith("/assets/")) await keep(cache, request, answer.clone());
	return answer;
}

/** Only what is whole and came from where it was asked: a page that led to the sign-in is not kept. */
async function keep(cache, address, answer) {
	if (!answer.ok || answer.redirected) return;
	await cache.delete(address);
	await cache.put(address, answer);
	const names = await cache.keys();
	for (const old of names.slice(0, Math.max(0, names.length - most))) await cache.delete(old);
}
