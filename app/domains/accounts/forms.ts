import { z } from "zod";
import { roles } from "~/platform/actor";
import { isDay } from "~/platform/day";
import { emailAddress } from "./address";

const someText = (code: string) => z.string(code).min(1, code).max(500, code);
const name = z.string().trim().max(80, "name-long").default("");
const requiredName = z.string("name-missing").trim().min(1, "name-missing").max(80, "name-missing");
const displayName = z
	.string("display-name-missing")
	.trim()
	.min(2, "display-name-missing")
	.max(60, "display-name-missing");
const email = z.string("email-shape").pipe(emailAddress);

export const signInForm = z.object({ email, password: someText("password-missing") });
export const codeForm = z.object({ code: someText("code-missing") });
export const emailForm = z.object({ email });
export const stepUpForm = z.object({ password: z.string().max(500).default(""), code: z.string().max(40).default("") });
export const registerForm = z.object({ displayName, email, givenName: name, familyName: name });
export const confirmForm = z.object({ password: z.string().max(500).default("") });
export const confirmByCodeForm = confirmForm.extend({ code: someText("code-missing") });
export const newPasswordForm = z.object({ password: someText("password-missing") });
export const changePasswordForm = newPasswordForm.extend({ present: z.string().max(500).default("") });
export const profileForm = z.object({
	displayName,
	givenName: name,
	familyName: name,
	locale: z.enum(["de", "en"]),
});
export const sessionForm = z.object({
	session: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.optional(),
});
export const factorForm = z.object({ offer: z.string().max(400), code: someText("code-missing") });

/** Roles that an organisation gives by invitation. */
export const invitableRoles = roles.filter((role) => role !== "operator" && role !== "member");
export const inviteForm = z.object({
	email,
	givenName: requiredName,
	familyName: requiredName,
	role: z.enum(invitableRoles as [string, ...string[]]).pipe(z.enum(roles).exclude(["operator"])),
});
/** A person or a post, as the list of a form names it. */
const target = z
	.string("target-missing")
	.regex(/^(?:person|post):[0-9a-f-]{36}$/, "target-missing")
	.transform((value) => {
		const [kind, id = ""] = value.split(":");
		return { kind: kind === "person" ? ("person" as const) : ("post" as const), id };
	})
	.refine(({ id }) => z.uuid().safeParse(id).success, "target-missing");
const day = z.string("day-wrong").refine(isDay, "day-wrong");
export const grantRoleForm = z.object({
	to: target,
	role: z.enum(invitableRoles as [string, ...string[]], "role-missing").pipe(z.enum(roles).exclude(["operator"])),
	firstDay: day,
	lastDay: z.union([z.literal(""), day], "day-wrong").default(""),
});
export const inviteOperatorForm = z.object({ email, givenName: requiredName, familyName: requiredName });
export const endRoleForm = z.object({ grant: z.uuid() });
export const revokeForm = z.object({ invitation: z.uuid() });
export const acceptForm = z.object({
	displayName,
	givenName: requiredName,
	familyName: requiredName,
	password: someText("password-missing"),
});
/** Several forms on one page say which act they are. */
export const actForm = z.object({ act: z.string().default("") });
