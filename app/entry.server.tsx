import { renderToString } from "react-dom/server";
import {
	type EntryContext,
	type HandleErrorFunction,
	isRouteErrorResponse,
	type RouterContextProvider,
	ServerRouter,
} from "react-router";
import { requestContext, worldOf } from "./platform/http/request.server";
import { log } from "./platform/log.server";
import { PageFacts } from "./server/page-facts";

/**
 * The context with the routes of this page alone: from the others React Router would make a tree at every request, and
 * nothing of it reaches a browser. Without the stream that would carry loaders' data there, because no React is sent.
 */
function ofThisPage(context: EntryContext): EntryContext {
	const ids = context.staticHandlerContext.matches.map(({ route }) => route.id);
	const only = <Value,>(all: Record<string, Value>) => Object.fromEntries(ids.map((id) => [id, all[id]]));
	const { manifest, routeModules, serverHandoffStream: _unused, ...rest } = context;
	return { ...rest, manifest: { ...manifest, routes: only(manifest.routes) }, routeModules: only(routeModules) };
}

/** Pages are rendered whole: the default stream gave 413 pages a second, this 750 to 870 (stack.md). */
export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	routerContext: EntryContext,
	context: RouterContextProvider,
): Response {
	headers.set("Content-Type", "text/html; charset=utf-8");
	if (status === 503) headers.set("Retry-After", "600");
	if (request.method === "HEAD") return new Response(null, { status, headers });
	const { locale } = worldOf(context);
	const { nonce, id, path } = context.get(requestContext);
	const html = renderToString(
		<PageFacts value={{ locale, nonce, requestId: id, path, method: request.method }}>
			<ServerRouter context={ofThisPage(routerContext)} url={request.url} nonce={nonce} />
		</PageFacts>,
	);
	return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Broken things are logged once, under the id that the error page shows. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
	if (request.signal.aborted || isRouteErrorResponse(error)) return;
	log.error(
		{ incident: context.get(requestContext).id, err: error, path: new URL(request.url).pathname },
		"request failed",
	);
};
