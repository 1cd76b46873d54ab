import { creditAnnotation } from "~/domains/participation/texts/commands/credit.server";
import { divideStatement, weighPart } from "~/domains/participation/texts/commands/weigh.server";
import type { Vote } from "~/domains/participation/texts/statement";
import type { Actor } from "~/platform/actor";
import type { World } from "~/platform/world.server";
import { answer } from "~tests/factories/answers";
import { must } from "~tests/factories/outcome";
import { published } from "~tests/factories/participation";
import { annotation, blockWith, nextVersion, textProcess, versionInHand } from "~tests/factories/texts";
import type { PersonKey } from "./people";

type Staff = World & { actor: Actor & { kind: "person" } };

/** Who of the demonstration works on the guidelines, days before today. */
export type GuidelinesStage = {
	organisationId: string;
	responsiblePostId: string;
	as(key: PersonKey, daysAgo: number, hour?: number): Promise<Staff>;
};

/** The first draft; every text of it is invented. */
const firstDraft = `## 1. Wozu diese Leitlinien?

Der Landkreis entscheidet über vieles, was den Alltag der Menschen berührt. Diese Leitlinien sagen, wann und wie er sie vorher fragt und wie er ihnen danach antwortet.

Die Leitlinien gelten für den Landkreis und seine Betriebe. Die Städte und Verbandsgemeinden können sie übernehmen.

## 2. Bei welchen Vorhaben beteiligt wird

Der Landkreis veröffentlicht eine Liste seiner Vorhaben. Bei jedem Vorhaben steht, ob beteiligt wird, und warum oder warum nicht.

Wer in einem Vorhaben eine Beteiligung vermisst, kann sie vorschlagen. Dafür sind 300 Unterschriften nötig.

## 3. Wie beteiligt wird

Jede Beteiligung beginnt damit, dass gesagt wird, worum es geht, was schon feststeht und wer entscheidet.

Es gibt immer mindestens zwei Wege, sich zu beteiligen:

- im Internet, ohne Konto und auf einem alten Telefon
- auf Papier, am Telefon oder bei einem Termin in der Nähe

## 4. Was mit den Beiträgen geschieht

Jeder Beitrag bekommt eine Antwort mit einer Begründung. Die Antwort kommt innerhalb von drei Monaten nach dem Ende der Beteiligung.

Der Kreistag erfährt vor seiner Entscheidung, was die Menschen gesagt haben und was die Verwaltung davon übernimmt.

## 5. Wer sich darum kümmert

Die Koordinierungsstelle Beteiligung berät die Ämter und achtet darauf, dass die Leitlinien eingehalten werden.`;

/** The second one: words changed because of two annotations, one paragraph new, one cut. */
const secondDraft = firstDraft
	.replace(
		"Dafür sind 300 Unterschriften nötig.",
		"Dafür genügen 100 Unterschriften. Unterschreiben darf, wer im Landkreis wohnt und mindestens 14 Jahre alt ist.",
	)
	.replace("innerhalb von drei Monaten nach dem Ende", "innerhalb von acht Wochen nach dem Ende")
	.replace(
		"## 5. Wer sich darum kümmert",
		"Was aus einem Vorhaben geworden ist, steht auch ein Jahr später noch auf der Seite der Beteiligung.\n\n## 5. Wer sich darum kümmert",
	);

/**
 * The guidelines of the county as a draft that people comment on: five annotations, one of them weighed in parts, two
 * treated, and a second version that says what changed because of whom. One more waits for its answer.
 */
export async function loadGuidelines({ organisationId, responsiblePostId, as }: GuidelinesStage): Promise<void> {
	const { id: processId, textId } = await textProcess(await as("countyManager", 27), {
		organisationId,
		responsiblePostId,
		title: "Leitlinien für Bürgerbeteiligung",
		purpose:
			"Der Landkreis will Regeln dafür aufstellen, wann und wie er die Menschen beteiligt. Ein Arbeitskreis aus Verwaltung, Politik, Beiräten und Bürgerschaft hat einen Entwurf geschrieben. Sagen Sie uns Absatz für Absatz, was Sie davon halten.",
		fixedPoints:
			"Die Leitlinien gelten für den Landkreis, nicht für die Städte und Verbandsgemeinden. Der Kreistag beschließt sie.",
		openQuestions: "Bei welchen Vorhaben beteiligt wird, wie früh, auf welchen Wegen und wie geantwortet wird.",
		decidedBy: "Kreistag Mayen-Koblenz",
		days: { first: 5, last: 47, answered: 92 },
		published: false,
		moderation: "after",
		text: firstDraft,
	});
	// nobody else manages participation there: the same person releases it more than a day later
	await published(await as("countyManager", 25), {
		id: processId,
		organisationId,
		askedBy: await as("countyManager", 27),
		releasedBy: (await as("countyManager", 25)).actor,
	});
	const remark = async (key: PersonKey, daysAgo: number, given: Omit<Parameters<typeof annotation>[1], "textId">) =>
		annotation(await as(key, daysAgo, 10), { textId, ...given });
	const signatures = await remark("citizen", 20, {
		quote: "300 Unterschriften",
		comment:
			"In unserem Dorf wohnen 250 Menschen. Mit 300 Unterschriften kann es nie eine Beteiligung vorschlagen.\n\nUnd wer darf unterschreiben? Jugendliche sollten es auch dürfen.",
		suggestion: "100 Unterschriften",
	});
	const answers = await remark("neighbour", 19, {
		quote: "innerhalb von drei Monaten",
		comment: "Drei Monate sind lang. Nach so viel Zeit habe ich vergessen, was ich geschrieben habe.",
		suggestion: "innerhalb von sechs Wochen",
	});
	await remark("volunteer", 18, {
		quote: "auf Papier, am Telefon oder bei einem Termin in der Nähe",
		comment: "Gut, dass es nicht nur das Internet gibt. Der Termin muss aber ohne Stufen zu erreichen sein.",
	});
	await remark("neighbour", 15, {
		quote: null,
		comment: "Der Text ist gut zu lesen. Gibt es ihn auch in Leichter Sprache?",
		withName: false,
	});
	await weigh(await as("countyManager", 12), signatures.id, [
		["followed", "100 Unterschriften sind auch in kleinen Orten erreichbar."],
		["followed", "Unterschreiben darf, wer im Landkreis wohnt und mindestens 14 Jahre alt ist."],
	]);
	const second = await versionInHand(await as("countyManager", 11, 8), {
		textId,
		text: secondDraft,
		note: "Weniger Unterschriften, schnellere Antworten, und ein Absatz darüber, wie lange Ergebnisse zu sehen sind.",
	});
	for (const [id, words] of [
		[signatures.id, "100 Unterschriften"],
		[answers.id, "acht Wochen"],
	] as const) {
		const world = await as("countyManager", 11, 9);
		const blockKey = await blockWith(world, textId, words, second.id);
		must(await creditAnnotation(world, { contributionId: id, versionId: second.id, blockKey }));
	}
	await nextVersion(await as("countyManager", 10, 9), {
		textId,
		text: secondDraft,
		note: "Weniger Unterschriften, schnellere Antworten, und ein Absatz darüber, wie lange Ergebnisse zu sehen sind.",
	});
	const released = { processId, releasedBy: (await as("countyAdmin", 9, 11)).actor };
	await answer(await as("countyManager", 9, 10), {
		...released,
		contributionIds: [signatures.id],
		disposition: "adopted",
		reason:
			"Sie haben recht: Für kleine Orte waren 300 Unterschriften zu viel. In der zweiten Fassung sind es 100, und Jugendliche ab 14 Jahren dürfen unterschreiben.",
	});
	await answer(await as("countyManager", 9, 11), {
		...released,
		contributionIds: [answers.id],
		disposition: "partly-adopted",
		reason:
			"Aus drei Monaten werden acht Wochen. Sechs Wochen schaffen die Ämter nicht, wenn mehr als hundert Beiträge kommen.",
	});
	await remark("citizen", 4, {
		quote: "steht auch ein Jahr später noch auf der Seite der Beteiligung",
		comment: "Ein Jahr ist zu kurz. Manche Vorhaben dauern fünf Jahre.",
		suggestion: "bleibt auf der Seite der Beteiligung stehen, bis das Vorhaben fertig ist",
	});
}

/** Divides an annotation into its paragraphs and weighs each. */
async function weigh(world: Staff, contributionId: string, votes: readonly (readonly [Vote, string])[]): Promise<void> {
	const { excerpt } = await world.db.contribution.findUniqueOrThrow({ where: { id: contributionId } });
	must(await divideStatement(world, { contributionId, divided: excerpt.replaceAll("\n\n", "\n---\n") }));
	const parts = await world.db.statementSegment.findMany({ where: { contributionId }, orderBy: { position: "asc" } });
	for (const [index, { id }] of parts.entries()) {
		const [vote, comment] = votes[index] ?? ["noted", ""];
		must(await weighPart(world, { contributionId, id, vote, comment }));
	}
}
