import { randomBytes, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { createRequestHandler } from "@react-router/express";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import { RouterContextProvider, type ServerBuild } from "react-router";
import type { ViteDevServer } from "vite";
import { listensAt } from "~/platform/address.server";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database/client.server";
import type { Env } from "~/platform/env.server";
import { setSecurityHeaders } from "~/platform/http/headers.server";
import { localeOf } from "~/platform/http/locale.server";
import { comesFromUs, refuseForeignOrigin } from "~/platform/http/origin.server";
import { readableMethods, unreadable } from "~/platform/http/readable.server";
import { requestContext, worldContext } from "~/platform/http/request.server";
import { log } from "~/platform/log.server";
import { actorOf } from "./actor.server";
import { healthRoutes } from "./health.server";
import { acceptLive } from "./live.server";
import { countRequest } from "./metrics.server";

/** A host as people type it into a browser. */
export function shownHost(host: string): string {
	if (["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host)) return "localhost";
	return host.includes(":") ? `[${host}]` : host;
}

export type Http = { server: Server; port: number; close(): Promise<void> };

/** Where `react-router build` and the islands' build put what browsers load; the house runs in its own folder. */
const assets = path.resolve("build/client");

/**
 * Starts listening. Rejects with the system's error (EADDRINUSE, EACCES …) when it cannot.
 * @param vite the development server, which then serves the assets
 */
export async function startHttp(settings: Env, vite?: ViteDevServer): Promise<Http> {
	const app = makeApp(settings, await pagesOf(vite), vite);
	const server = await new Promise<Server>((resolve, reject) => {
		const listening = app.listen(settings.PORT, settings.HOST, (error) => (error ? reject(error) : resolve(listening)));
	});
	const live = acceptLive(server, settings);
	const address = server.address();
	const port = address !== null && typeof address === "object" ? address.port : settings.PORT;
	listensAt(`http://${shownHost(settings.HOST)}:${port}`);
	return {
		server,
		port,
		async close() {
			// what is written in editors is stored before anything else ends
			await live.close();
			await new Promise<void>((resolve) => {
				const patience = setTimeout(() => server.closeAllConnections(), 10_000);
				server.close(() => {
					clearTimeout(patience);
					resolve();
				});
				server.closeIdleConnections();
			});
		},
	};
}

type Pages = ServerBuild | (() => Promise<ServerBuild>);

/**
 * The built pages themselves, so that React Router sorts their addresses once: given a function, it sorts them anew at
 * every request, which only development wants, where they change.
 */
async function pagesOf(vite: ViteDevServer | undefined): Promise<Pages> {
	const load = () => import("virtual:react-router/server-build") as unknown as Promise<ServerBuild>;
	return vite ? load : await load();
}

function makeApp(settings: Env, pages: Pages, vite: ViteDevServer | undefined): express.Express {
	const app = express();
	app.disable("x-powered-by");
	app.set("trust proxy", trustedProxies(settings.TRUST_PROXY));

	app.use((request, response, next) => {
		const id = randomUUID();
		const nonce = randomBytes(16).toString("base64");
		response.locals.facts = { id, nonce };
		response.setHeader("X-Request-Id", id);
		setSecurityHeaders(response, { nonce, secure: request.secure, development: vite !== undefined });
		countRequest(request, response);
		next();
	});
	app.use(healthRoutes());
	if (vite) app.use(vite.middlewares);
	else serveAssets(app);
	app.use((request, response, next) => {
		const status = unreadable(request);
		if (status === null) return next();
		if (status === 405) response.setHeader("Allow", readableMethods.join(", "));
		return next(Object.assign(new Error("unreadable request"), { status }));
	});
	app.use((request, response, next) => {
		if (comesFromUs(request)) next();
		else refuseForeignOrigin(request, response);
	});
	app.use(
		createRequestHandler({
			build: pages,
			async getLoadContext(request, response) {
				const { id, nonce } = response.locals.facts as { id: string; nonce: string };
				const context = new RouterContextProvider();
				const view = { db: database(), now: now(), locale: localeOf(request.get("cookie")) };
				const { actor, setCookie } = await actorOf(view, request.get("cookie") ?? "");
				if (setCookie) response.append("Set-Cookie", setCookie);
				// What a person sees who is signed in is theirs alone; what a guest sees may change with the next act.
				response.setHeader("Cache-Control", actor.kind === "person" ? "private, no-store" : "private, no-cache");
				response.setHeader("Vary", "Cookie");
				context.set(worldContext, { ...view, actor });
				context.set(requestContext, { id, nonce, path: request.path, ip: request.ip ?? "" });
				return context;
			},
		}),
	);
	app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
		const status = statusOf(error);
		const { id } = response.locals.facts as { id: string };
		if (status >= 500) log.error({ incident: id, err: error, path: request.path }, "request failed");
		if (response.headersSent) return response.end();
		response.status(status).type("text/plain; charset=utf-8");
		return response.send(
			status === 404
				? "Nicht gefunden. / Not found.\n"
				: `Das hat nicht geklappt. Bitte versuchen Sie es noch einmal. Vorgang ${id}\nThat did not work. Please try again. Incident ${id}\n`,
		);
	});
	return app;
}

function serveAssets(app: express.Express): void {
	app.use(compression());
	for (const folder of ["assets", "islands"]) {
		// Their names carry a hash of their content.
		const unchanging = { immutable: true, maxAge: "1y", fallthrough: false } as const;
		app.use(`/${folder}`, express.static(path.join(assets, folder), unchanging));
	}
	// Which files there are is known from the start: no page has to be looked for on the disk first.
	const files = new Set(readdirSync(assets, { recursive: true, encoding: "utf8" }).map((file) => `/${file}`));
	const serve = express.static(assets, { maxAge: "1h", index: false, redirect: false });
	app.use((request, response, next) => (files.has(request.path) ? serve(request, response, next) : next()));
}

function statusOf(error: unknown): number {
	if (typeof error === "object" && error !== null && "status" in error && typeof error.status === "number") {
		return error.status;
	}
	return 500;
}

function trustedProxies(given: string | undefined): boolean | number | string[] {
	if (!given) return false;
	return /^\d+$/.test(given) ? Number(given) : given.split(",").map((entry) => entry.trim());
}
