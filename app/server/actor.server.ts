import { readActor } from "~/domains/accounts/index.server";
import type { Actor } from "~/platform/actor";
import type { View } from "~/platform/world.server";

/** Who asks, from the session cookie; renews the cookie when the session was prolonged. */
export function actorOf(
	view: Omit<View, "actor">,
	cookies: string,
): Promise<{ actor: Actor; setCookie: string | null }> {
	return readActor(view, cookies);
}
