import type { Server } from "node:http";
import { createRequestHandler } from "@react-router/express";
import express from "express";
import type { ServerBuild } from "react-router";
import type { ViteDevServer } from "vite";
import type { Env } from "~/platform/env.server";

export type Http = { server: Server; port: number; close(): Promise<void> };

/** Placeholder, replaced at merge. */
export async function startHttp(env: Env, vite?: ViteDevServer): Promise<Http> {
	const app = express();
	app.disable("x-powered-by");
	app.get("/health/live", (_request, response) => void response.json({ live: true }));
	if (vite) app.use(vite.middlewares);
	else {
		app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
		app.use(express.static("build/client"));
	}
	const build = () => import("virtual:react-router/server-build") as unknown as Promise<ServerBuild>;
	app.use(createRequestHandler({ build }));
	const server = await new Promise<Server>((resolve, reject) => {
		const listening = app.listen(env.PORT, env.HOST, (error) => (error ? reject(error) : resolve(listening)));
	});
	const address = server.address();
	const port = address !== null && typeof address === "object" ? address.port : env.PORT;
	return {
		server,
		port,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeIdleConnections();
			}),
	};
}
