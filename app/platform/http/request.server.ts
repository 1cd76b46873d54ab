import { createContext, type RouterContextProvider } from "react-router";
import type { World } from "../world.server";

/**
 * What belongs to one request and not to the world: the nonce of its page, its id in the log, the address it came from
 * (for rate limits only; stored and logged nowhere).
 */
export type RequestFacts = { id: string; nonce: string; path: string; ip: string };

/** Set by the HTTP server for every request; the only bridge between Express and the routes. */
export const worldContext = createContext<World>();
export const requestContext = createContext<RequestFacts>();

export function worldOf(context: Readonly<RouterContextProvider>): World {
	return context.get(worldContext);
}
