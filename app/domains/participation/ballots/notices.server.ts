import { textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { boxPath } from "./addresses";
import { letterMessages } from "./letter-messages";
import { boxById } from "./queries/find-box.server";

type Db = Parameters<NonNullable<Manifest["notices"]>[string]>[0];

/** The result, and later what follows from it, go to everybody who asked for it. */
async function toListeners(db: Db, event: RecordedEvent, what: "counted" | "told"): Promise<Notice[]> {
	const [box, listeners] = await Promise.all([
		boxById({ db, now: event.at }, event.subject.id),
		db.ballotListener.findMany({ where: { boxId: event.subject.id } }),
	]);
	const place = box.process.organisation.space?.slug;
	if (!place) return [];
	const path = `${boxPath({ place, process: box.process.slug, kind: box.kind, position: box.position })}/ergebnis`;
	return listeners.flatMap(({ personId, email, locale }) => {
		const language = locale === "en" ? "en" : "de";
		const t = textFor(language, letterMessages);
		const to = personId ? { personId } : email ? { email, locale: language as "de" | "en" } : null;
		if (!to) return [];
		const note = what === "told" ? (box.resultNote ?? "") : t("counted.more");
		return [
			{
				to,
				kind: "service" as const,
				subject: t(`${what}.subject`, { title: box.title }),
				paragraphs: [t("greeting"), t(`${what}.text`, { title: box.title }), note],
				action: { path, label: t("result.button") },
				because: t("result.because"),
			},
		];
	});
}

export const notices: NonNullable<Manifest["notices"]> = {
	"participation.budget.counted": (db, event) => toListeners(db, event, "counted"),
	"participation.vote.counted": (db, event) => toListeners(db, event, "counted"),
	"participation.budget.result-told": (db, event) => toListeners(db, event, "told"),
	"participation.vote.result-told": (db, event) => toListeners(db, event, "told"),
};
