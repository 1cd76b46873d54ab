import { placeOf } from "~/domains/organisations/index.server";
import { dayOf } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { postChoices } from "../../processes/queries/posts.server";
import { judge, keyOf, titleFor } from "../judge";
import { messages } from "../messages";
import { mayImport } from "../policy.server";
import type { FileContent } from "../read-json";
import { contentOf } from "./read-file.server";

/** The place into which somebody imports. @throws NotFound, Forbidden, SignInNeeded */
export async function importPlace(view: View, slug: string) {
	const place = await placeOf(view, slug);
	demand(mayImport, view.actor, place);
	const imported = await view.db.importedProcess.findMany({
		where: { process: { organisationId: place.organisationId } },
		orderBy: { importedAt: "desc" },
		take: 50,
		select: { source: true, importedAt: true, process: { select: { title: true, slug: true } } },
	});
	return {
		place: { slug: place.slug, name: place.name },
		organisationId: place.organisationId,
		imported: imported.map(({ source, importedAt, process }) => ({ source, importedAt, ...process })),
	};
}

/** Keys of everything of a file that was taken over before, whichever platform it came from. */
export async function takenOver(view: Pick<View, "db">, organisationId: string, content: FileContent, source?: string) {
	const ids = [...content.contributions, ...content.comments, ...content.frames].map(({ originalId }) => originalId);
	const on = content.comments.map(({ on: target }) => target.id);
	const rows = await view.db.importedThing.findMany({
		where: { organisationId, originalId: { in: [...new Set([...ids, ...on])] }, ...(source ? { source } : {}) },
		select: { kind: true, originalId: true, subjectKind: true, subjectId: true, processId: true },
	});
	return new Map(rows.map((row) => [keyOf(row), row]));
}

const shownProblems = 100;

/** What is in a file, before anything of it is taken over. @throws NotFound also when it has gone; Forbidden, SignInNeeded */
export async function previewPage(view: View, { place: slug, file: id }: { place: string; file: string }) {
	const { place, organisationId } = await importPlace(view, slug);
	if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFound();
	const file = await view.db.importFile.findFirst({ where: { id, organisationId } });
	if (!file?.bytes) throw new NotFound();
	const content = await contentOf({ name: file.name, kind: file.kind, bytes: file.bytes });
	if (!content.done) throw new NotFound();
	const known = await takenOver(view, organisationId, content.value);
	const { contributions, comments, hidden, problems } = judge(content.value, new Set(known.keys()), view.now);
	const posts = await postChoices(view, organisationId);
	const days = contributions.flatMap(({ writtenAt }) => (writtenAt ? [dayOf(writtenAt).toString()] : [])).sort();
	const frame = content.value.frames[0];
	const t = textFor(view.locale, messages);
	const firstDay = frame?.firstDay ?? days[0] ?? dayOf(view.now).toString();
	const lastDay = frame?.lastDay ?? days.at(-1) ?? firstDay;
	return {
		place,
		organisationId,
		file: { id, name: file.name },
		frames: content.value.frames.map(({ kind, title, originalId }) => ({ kind, title, originalId })),
		counts: {
			contributions: contributions.length,
			comments: comments.length,
			hidden,
			problems: problems.length,
			known: [...contributions, ...comments].filter((one) => known.has(keyOf(one))).length,
		},
		problems: problems.slice(0, shownProblems),
		examples: contributions.slice(0, 5).map((one) => ({
			row: one.row,
			originalId: one.originalId,
			title: titleFor(one),
			author: one.author,
			writtenAt: one.writtenAt,
			category: one.category,
		})),
		posts,
		presets: {
			title: frame?.title ?? "",
			purpose: frame?.text.slice(0, 5000) || t("preset.purpose"),
			fixedPoints: t("preset.fixed"),
			openQuestions: t("preset.open"),
			decidedBy: "",
			firstDay,
			lastDay: lastDay < firstDay ? firstDay : lastDay,
			answeredUntil: lastDay < firstDay ? firstDay : lastDay,
			responsiblePostId: posts.length === 1 ? (posts[0]?.id ?? "") : "",
			deputyPostId: "",
			way: lastDay < dayOf(view.now).toString() ? "archived" : "running",
			source: "",
			licence: "",
		},
	};
}
