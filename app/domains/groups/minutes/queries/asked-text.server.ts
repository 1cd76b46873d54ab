/** Which text of minutes an address asks for: an earlier version, or the public one. */
export function askedText(request: Request): { version: number | null; asPublic: boolean } {
	const asked = new URL(request.url).searchParams;
	const number = /^[1-9]\d{0,3}$/.exec(asked.get("fassung") ?? "");
	return { version: number ? Number(number[0]) : null, asPublic: asked.has("oeffentlich") };
}
