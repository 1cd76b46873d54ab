import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { closeLiveDrafts, liveDrafts, livePath } from "~/domains/groups/index.server";
import type { Env } from "~/platform/env.server";

/**
 * Lets editors of our own pages connect on the house's port (WebSocket, RFC 6455). Browsers ask no page's policy before they
 * connect and send the cookies of whoever is signed in, so the origin is checked here (OWASP ASVS 5.0, 4.4.2).
 */
export function acceptLive(server: Server, settings: Env): { close(): Promise<void> } {
	server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		socket.on("error", () => socket.destroy());
		const { pathname } = new URL(request.url ?? "/", "http://own.invalid");
		if (settings.MAINTENANCE !== "off" || pathname !== livePath) refuse(socket, 404);
		else if (!comesFromOurPage(request, settings)) refuse(socket, 403);
		else liveDrafts().accept(request, socket, head);
	});
	return { close: closeLiveDrafts };
}

function comesFromOurPage({ headers }: IncomingMessage, { BASE_URL }: Env): boolean {
	const { origin, host } = headers;
	if (!origin || !URL.canParse(origin)) return false;
	return new URL(origin).host === (BASE_URL ? new URL(BASE_URL).host : host);
}

function refuse(socket: Duplex, status: 403 | 404): void {
	socket.end(
		`HTTP/1.1 ${status} ${status === 403 ? "Forbidden" : "Not Found"}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
	);
}
