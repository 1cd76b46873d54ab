import { conduct, onward } from "~/platform/http/conduct.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { signOut } from "../commands/end-session.server";
import type { Route } from "./+types/sign-out";

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const outcome = await signOut(world, { cookies: request.headers.get("Cookie") ?? "" });
	if (!outcome.done) throw new NotFound();
	return onward("/", { "Set-Cookie": outcome.value.setCookie });
});

export const loader = conduct(async () => {
	throw new NotFound();
});
