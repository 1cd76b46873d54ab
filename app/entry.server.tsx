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
			<ServerRouter context={routerContext} url={request.url} nonce={nonce} />
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
