import type { RouterContextProvider } from "react-router";
import { onward } from "~/platform/http/conduct.server";
import { requestContext } from "~/platform/http/request.server";
import type { SignedIn, Visitor } from "./commands/open-session.server";
import { deviceOf } from "./device";

/** The browser behind a request, as the acts of signing in want it. */
export function visitorOf(request: Request, context: Readonly<RouterContextProvider>): Visitor {
	return {
		cookies: request.headers.get("Cookie") ?? "",
		device: deviceOf(request.headers.get("User-Agent")),
		ip: context.get(requestContext).ip,
	};
}

/** An own path with the way onward kept. */
export function withOnward(path: string, weiter: string | null): string {
	return weiter ? `${path}?${new URLSearchParams({ weiter })}` : path;
}

/** After a sign-in: to the code, to the set-up of a second factor, or to where one wanted to go. */
export function goOn({ setCookie, next }: SignedIn, wanted: string): Response {
	const doors = {
		done: wanted,
		code: withOnward("/anmelden/code", wanted),
		"set-up": withOnward("/konto/zweiter-faktor", wanted),
	};
	return onward(doors[next], { "Set-Cookie": setCookie });
}
