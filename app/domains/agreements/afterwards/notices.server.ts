import { fromStored, inForce, today } from "~/platform/calendar.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { everybody, versionOf } from "../notices.server";
import { afterNoticeMessages } from "./notice-messages";
import { reminderSubjects } from "./reminders";

type Db = View["db"];

const localeOf = (account: { locale: string } | null | undefined): Locale => (account?.locale === "en" ? "en" : "de");

/**
 * Something nears: both sides are told. Collected, so that a person gets one letter a week about all their agreements and
 * not one about each.
 */
export async function tellNearing(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const version = await versionOf(db, event);
	const { what, months, day } = event.facts;
	const subject = reminderSubjects.find((known) => known === what);
	if (!version || !subject || typeof day !== "string") return [];
	const { title, code } = version.agreement;
	return (await everybody(db, version, event.at)).map(({ personId, locale }) => {
		const t = textFor(locale, afterNoticeMessages);
		const values = { title, day: formatFor(locale).date(day), months: Number(months) };
		const late = subject === "takeover" && Number(months) === 0;
		return {
			to: { personId },
			kind: "digest",
			topic: "news",
			subject: t(late ? "takeover.late" : `${subject}.subject`, values),
			paragraphs: [t(late ? "takeover.lateText" : `${subject}.text`, values)],
			action: {
				path: `/vereinbarungen/${code}${subject === "takeover" ? "/uebergabe" : ""}`,
				label: t("button"),
			},
			because: t("because"),
		};
	});
}

/** A date of an obligation is near: told to who holds its post, or where none is named to who signs for its party. */
export async function tellObligationNearing(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const id = event.facts.date;
	if (typeof id !== "string") return [];
	const day = today(event.at);
	const holdings = {
		where: inForce(day),
		select: { personId: true, person: { select: { account: { select: { locale: true } } } } },
	};
	const date = await db.agreementObligationDate.findUnique({
		where: { id },
		select: {
			dueOn: true,
			obligation: {
				select: {
					title: true,
					recipient: true,
					organisationId: true,
					post: { select: { holdings } },
					agreement: { select: { code: true, title: true } },
				},
			},
		},
	});
	if (!date) return [];
	const { title, recipient, organisationId, post, agreement } = date.obligation;
	const posts = post
		? [post]
		: await db.post.findMany({
				where: { agreementSignatories: { some: { party: { organisationId, agreement: { code: agreement.code } } } } },
				select: { holdings },
			});
	const readers = posts.flatMap((one) => one.holdings);
	return readers.map(({ personId, person }) => {
		const locale = localeOf(person.account);
		const t = textFor(locale, afterNoticeMessages);
		const due = formatFor(locale).date(fromStored(date.dueOn).toString());
		return {
			to: { personId },
			kind: "digest",
			topic: "news",
			subject: t("obligation.subject", { title, day: due }),
			paragraphs: [t("obligation.text", { title, recipient, agreement: agreement.title, day: due })],
			action: { path: `/vereinbarungen/${agreement.code}/pflichten`, label: t("obligation.button") },
			because: t("obligation.because"),
		};
	});
}
