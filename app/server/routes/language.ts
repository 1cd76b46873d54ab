import { z } from "zod";
import { conduct, isOwnPath, onward } from "~/platform/http/conduct.server";
import { readForm } from "~/platform/http/forms.server";
import { localeCookie } from "~/platform/http/locale.server";
import { NotFound } from "~/platform/outcome";
import type { Route } from "./+types/language";

const choice = z.object({ locale: z.enum(["de", "en"]), returnTo: z.string().refine(isOwnPath).catch("/") });

/** The language switch of the header: a cookie, no address of its own. */
export const action = conduct(async ({ request }: Route.ActionArgs) => {
	const form = await readForm(request, choice);
	if (!form.valid) return onward("/");
	// Plain text, because the server reads it for every request before React Router does.
	const year = 365 * 24 * 60 * 60;
	return onward(form.value.returnTo, {
		"Set-Cookie": `${localeCookie}=${form.value.locale}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly`,
	});
});

export const loader = conduct(async () => {
	throw new NotFound();
});
