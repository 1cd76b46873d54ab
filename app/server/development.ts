import type { ViteDevServer } from "vite";

let server: ViteDevServer | undefined;

/** Remembers the Vite server of `npm run dev`; never called in production. */
export function rememberDevelopmentServer(vite: ViteDevServer | undefined): void {
	server = vite;
}

/** The Vite server in `npm run dev`; absent in production. */
export function developmentServer(): ViteDevServer | undefined {
	return server;
}
