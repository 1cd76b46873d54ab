import { route } from "@react-router/dev/routes";

export const accountRoutes = [
	route("anmelden", "domains/accounts/routes/sign-in.tsx"),
	route("anmelden/code", "domains/accounts/routes/code.tsx"),
	route("anmelden/link", "domains/accounts/routes/ask-for-link.tsx"),
	route("anmelden/link/:token", "domains/accounts/routes/sign-in-by-link.tsx"),
	route("anmelden/bestaetigen", "domains/accounts/routes/step-up.tsx"),
	route("abmelden", "domains/accounts/routes/sign-out.ts"),
	route("registrieren", "domains/accounts/routes/register.tsx"),
	route("registrieren/code/:attempt", "domains/accounts/routes/registration-code.tsx"),
	route("registrieren/bestaetigen/:token", "domains/accounts/routes/registration-link.tsx"),
	route("passwort-vergessen", "domains/accounts/routes/forgotten.tsx"),
	route("passwort/:token", "domains/accounts/routes/new-password.tsx"),
	route("konto", "domains/accounts/routes/profile.tsx"),
	route("konto/email/:token", "domains/accounts/routes/new-email.tsx"),
	route("konto/sitzungen", "domains/accounts/routes/sessions.tsx"),
	route("konto/sicherheit", "domains/accounts/routes/security.tsx"),
	route("konto/zweiter-faktor", "domains/accounts/routes/set-up-factor.tsx"),
	route("einladung/:token", "domains/accounts/routes/invitation.tsx"),
	route("o/:place/verwaltung/personen", "domains/accounts/routes/people.tsx"),
	route("o/:place/verwaltung/personen/rolle", "domains/accounts/routes/grant-role.tsx"),
	route("betrieb/personen", "domains/accounts/routes/operators.tsx"),
];
