import { data, type RouterContextProvider, redirect } from "react-router";
import { ZodError } from "zod";
import { Forbidden, NotFound, SignInNeeded } from "../outcome";
import type { World } from "../world.server";
import { typedIn } from "./forms.server";
import { keepForm } from "./kept-forms.server";
import { demandOpen } from "./read-only.server";
import { requestContext, worldOf } from "./request.server";

type RouteArgs = { request: Request; context: Readonly<RouterContextProvider> };

/**
 * Wraps a loader or an action: hands it the world, and is the one place where "not there", "not yours" and
 * "sign in first" become 404, 403 and the way to /anmelden. What was typed is kept whenever an act cannot be taken.
 * While the house is read-only, submissions end here (tests/architecture holds every action to passing through).
 */
export function conduct<Args extends RouteArgs, Result>(
	handle: (args: Args & { world: World }) => Promise<Result>,
): (args: Args) => Promise<Result> {
	return async (args) => {
		const world = worldOf(args.context);
		await demandOpen(world, args.request);
		try {
			return await handle({ ...args, world });
		} catch (error) {
			const { request } = args;
			const typed = typedIn(request);
			const headers = new Headers();
			if (typed && !(error instanceof Response)) {
				const cookie = await keepForm(world, request, typed, args.context.get(requestContext).ip);
				if (cookie) headers.append("Set-Cookie", cookie);
			}
			if (error instanceof NotFound) throw data(null, { status: 404, headers });
			// A choice or hidden field as none of our pages sends it.
			if (error instanceof ZodError) throw data(null, { status: 400, headers });
			if (error instanceof Forbidden) throw data(null, { status: 403, headers });
			if (error instanceof SignInNeeded) {
				const { pathname, search } = new URL(request.url);
				const onward = new URLSearchParams({ weiter: pathname + (request.method === "GET" ? search : "") });
				const door = { session: "/anmelden", "second-factor": "/anmelden/code", "step-up": "/anmelden/bestaetigen" };
				throw redirect(`${door[error.reason]}?${onward}`, { headers, status: 303 });
			}
			throw error;
		}
	};
}

/** A path of this house to go on to, or the given default: never another origin, never `//`. */
export function onwardPath(request: Request, fallback: string): string {
	const wanted = new URL(request.url).searchParams.get("weiter") ?? "";
	return isOwnPath(wanted) ? wanted : fallback;
}

export function isOwnPath(path: string): boolean {
	// Printable ASCII only: it goes into a header.
	if (!/^\/[!-~]*$/.test(path) || path.startsWith("//") || path.includes("\\")) return false;
	return new URL(path, "http://own.invalid").origin === "http://own.invalid";
}

/** After a form was taken: on to the next page with GET. */
export function onward(path: string, headers?: HeadersInit): Response {
	return redirect(path, { status: 303, headers });
}
