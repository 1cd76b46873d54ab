import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, type Translator, textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { type RegistrationState, toldStates } from "./event";
import { letterMessages } from "./letter-messages";
import { registrationPath } from "./registration-token.server";

type Db = Prisma.TransactionClient;
type Registration = Prisma.EventRegistrationGetPayload<{ include: { event: true } }>;
type Words = Translator<typeof letterMessages>;
type Said = { subject: string; paragraphs: string[]; action?: Notice["action"] };

/** The language to write to somebody in: of the account, else of the page on which a guest registered. */
async function localeOf(db: Db, { personId, locale }: Registration): Promise<Locale> {
	if (!personId) return locale === "en" ? "en" : "de";
	const account = await db.account.findUnique({ where: { personId }, select: { locale: true } });
	return account?.locale === "en" ? "en" : "de";
}

/** One notice for a registration, with the link to it unless `say` names another page. */
async function notice(db: Db, registration: Registration, say: (t: Words, locale: Locale) => Said): Promise<Notice[]> {
	const locale = await localeOf(db, registration);
	const t = textFor(locale, letterMessages);
	const { personId, email } = registration;
	const to = personId ? { personId } : email ? { email, locale } : null;
	if (!to) return [];
	const { subject, paragraphs, action } = say(t, locale);
	return [
		{
			to,
			kind: "service",
			subject,
			paragraphs,
			action: action === undefined ? { path: registrationPath(registration.id), label: t("button") } : action,
			because: t("because"),
		},
	];
}

/** When and where, and where online for those who have a seat. */
function facts(t: Words, locale: Locale, { event, state, persons }: Registration): string[] {
	const format = formatFor(locale);
	return [
		t("when", { when: format.dateTime(event.startsAt) }),
		...(event.place ? [t("where", { place: event.place })] : []),
		...(event.onlineAddress && state === "seat" ? [t("online", { address: event.onlineAddress })] : []),
		t("persons", { count: persons }),
	];
}

async function one(db: Db, event: RecordedEvent): Promise<Registration | null> {
	return db.eventRegistration.findUnique({
		where: { id: String(event.facts.registration) },
		include: { event: true },
	});
}

async function toAll(
	db: Db,
	event: RecordedEvent,
	states: readonly RegistrationState[],
	say: (t: Words, locale: Locale, registration: Registration) => Said,
): Promise<Notice[]> {
	const registrations = await db.eventRegistration.findMany({
		where: { eventId: event.subject.id, state: { in: [...states] } },
		orderBy: { id: "asc" },
		include: { event: true },
	});
	const notices = await Promise.all(
		registrations.map((registration) => notice(db, registration, (t, locale) => say(t, locale, registration))),
	);
	return notices.flat();
}

/** What those who registered are told. Every mail carries the link to the registration. */
export const notices: NonNullable<Manifest["notices"]> = {
	"participation.event.registered": async (db, event) => {
		const registration = await one(db, event);
		if (!registration) return [];
		// what was given then; a seat may have been offered or cancelled meanwhile
		const got = event.facts.state === "seat" ? "seat" : "waiting";
		return notice(db, registration, (t, locale) => ({
			subject: t(`${got}.subject`, { title: registration.event.title }),
			paragraphs: [t(`${got}.text`), ...facts(t, locale, registration), t("keep")],
		}));
	},

	"participation.event.seat-offered": async (db, event) => {
		const registration = await one(db, event);
		const until = registration?.offeredUntil;
		if (!registration || !until) return [];
		return notice(db, registration, (t, locale) => ({
			subject: t("offered.subject", { title: registration.event.title }),
			paragraphs: [t("offered.text", { until: formatFor(locale).dateTime(until) }), ...facts(t, locale, registration)],
			action: { path: registrationPath(registration.id), label: t("offered.button") },
		}));
	},

	"participation.event.seat-accepted": async (db, event) => {
		const registration = await one(db, event);
		if (!registration) return [];
		return notice(db, registration, (t, locale) => ({
			subject: t("accepted.subject", { title: registration.event.title }),
			paragraphs: [t("accepted.text"), ...facts(t, locale, registration)],
		}));
	},

	// who cancelled it themselves knows
	"participation.event.registration-cancelled": async (db, event) => {
		const registration = event.facts.byStaff === true ? await one(db, event) : null;
		if (!registration) return [];
		return notice(db, registration, (t) => ({
			subject: t("forYou.subject", { title: registration.event.title }),
			paragraphs: [t("forYou.text", { title: registration.event.title })],
			action: { path: `/termin/${registration.event.code}`, label: t("lapsed.button") },
		}));
	},

	"participation.event.offer-lapsed": async (db, event) => {
		const registration = await one(db, event);
		if (!registration) return [];
		return notice(db, registration, (t) => ({
			subject: t("lapsed.subject", { title: registration.event.title }),
			paragraphs: [t("lapsed.text")],
			action: { path: `/termin/${registration.event.code}`, label: t("lapsed.button") },
		}));
	},

	"participation.event.changed": async (db, event) =>
		event.facts.told === true
			? toAll(db, event, toldStates, (t, locale, registration) => ({
					subject: t("changed.subject", { title: registration.event.title }),
					paragraphs: [
						t("changed.text", { title: registration.event.title }),
						...facts(t, locale, registration),
						t("keep"),
					],
				}))
			: [],

	"participation.event.cancelled": async (db, event) =>
		toAll(db, event, toldStates, (t, locale, { event: { title, startsAt, cancelReason } }) => ({
			subject: t("cancelled.subject", { title }),
			paragraphs: [
				t("cancelled.text", { title, when: formatFor(locale).dateTime(startsAt) }),
				...(cancelReason ? [t("cancelled.reason", { reason: cancelReason })] : []),
			],
			action: null,
		})),

	"participation.event.tomorrow": async (db, event) =>
		toAll(db, event, ["seat", "offered"], (t, locale, registration) => ({
			subject: t("tomorrow.subject", { title: registration.event.title }),
			paragraphs: [
				t("tomorrow.text", { title: registration.event.title }),
				...facts(t, locale, registration),
				t("tomorrow.cancel"),
			],
		})),

	// once, when they appear first: corrections are on the page
	"participation.event.minutes-published": async (db, event) =>
		event.facts.again === true
			? []
			: toAll(db, event, ["seat"], (t, _locale, { event: { title, code } }) => ({
					subject: t("minutes.subject", { title }),
					paragraphs: [t("minutes.text", { title })],
					action: { path: `/termin/${code}`, label: t("minutes.button") },
				})),
};
