import { answerConcern } from "~/domains/guides/concerns/commands/answer-concern.server";
import { bundleConcerns } from "~/domains/guides/concerns/commands/bundle.server";
import { forwardConcern, replyToForwarding } from "~/domains/guides/concerns/commands/forward-concern.server";
import { confirmNews, publishNews, tickNews } from "~/domains/guides/county-news/commands/county-news.server";
import { guest } from "~/platform/actor";
import { dayOf, daysFrom, today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { concern, officeSeries } from "~tests/factories/guides";
import { must } from "~tests/factories/outcome";
import type { PersonKey } from "./people";

type Given = {
	countyId: string;
	guidePostId: string;
	at(daysAgo: number): World;
	as(key: PersonKey, daysAgo: number): Promise<World>;
};

/** What a guide of the demonstration has in hand: questions to the county, a bundle, answers given, and news for town halls. */
export async function loadGuidesWork({ countyId: ownerId, guidePostId, at, as }: Given): Promise<void> {
	const { db } = at(0);
	const unit = (shortName: string) =>
		db.organisation.findFirstOrThrow({ where: { shortName, parentId: ownerId }, select: { id: true } });
	const topicNamed = (name: string) => db.topic.findFirstOrThrow({ where: { ownerId, name }, select: { id: true } });
	const postNamed = (label: string) =>
		db.post.findFirstOrThrow({ where: { organisationId: ownerId, label }, select: { id: true } });
	const [mendig, pellenz] = [await unit("Mendig"), await unit("Pellenz")];
	const [mobility, environment, leisure] = [
		await topicNamed("Mobilität"),
		await topicNamed("Umwelt"),
		await topicNamed("Freizeit"),
	];
	const asked = (daysAgo: number, text: string, given: { at: string; topic: string; name: string }) =>
		concern(
			{ ...at(daysAgo), actor: guest },
			{
				municipalityId: given.at,
				topicId: given.topic,
				text,
				askerName: given.name,
				askerEmail: `${given.name.toLowerCase().replace(/\W+/g, ".")}@post.example`,
				mayBePublic: true,
			},
		);

	// forwarded to the county and back; the guide owes the answer now
	const lights = await asked(16, "Die Fußgängerampel an der Bundesstraße ist für ältere Menschen zu kurz grün.", {
		at: mendig.id,
		topic: mobility.id,
		name: "Gerda Simon",
	});
	const { forwardingId } = must(
		await forwardConcern(await as("guide", 14), {
			ownerId,
			code: lights.code,
			postId: (await postNamed("Ansprechstelle Mobilität")).id,
			question: "Kann die Grünzeit verlängert werden, und wer entscheidet das?",
			dueOn: null,
		}),
	);
	must(
		await replyToForwarding(await as("guide", 4), {
			ownerId,
			forwardingId,
			end: "ANSWERED",
			reply: "Der Landesbetrieb Mobilität stellt die Ampel im Dezember um vier Sekunden länger ein.",
		}),
	);

	// a question that still waits for the county
	const brook = await asked(9, "Am Kellbach liegt seit Wochen Müll. Wer räumt ihn weg?", {
		at: pellenz.id,
		topic: environment.id,
		name: "Uwe Lorenz",
	});
	must(
		await forwardConcern(await as("guide", 6), {
			ownerId,
			code: brook.code,
			postId: (await postNamed("Ansprechstelle Umwelt")).id,
			question: "Ist der Kreis für die Böschung zuständig, oder die Gemeinde?",
			dueOn: null,
		}),
	);

	// two that ask for the same
	const [path, way] = [
		await asked(8, "Zwischen Thür und Mendig fehlt ein Radweg. Auf der Straße ist es gefährlich.", {
			at: mendig.id,
			topic: mobility.id,
			name: "Ilse Braun",
		}),
		await asked(7, "Wann kommt der Radweg von Mendig nach Thür?", {
			at: mendig.id,
			topic: mobility.id,
			name: "Mehmet Kaya",
		}),
	];
	must(await bundleConcerns(await as("guide", 5), { ownerId, code: path.code, others: [way.code] }));

	// answered, one of them with no
	const bench = await asked(24, "Am Spielplatz in Thür fehlt eine Bank im Schatten.", {
		at: mendig.id,
		topic: leisure.id,
		name: "Anke Roth",
	});
	must(
		await answerConcern(await as("guide", 18), {
			ownerId,
			code: bench.code,
			text: "Guten Tag Frau Roth, der Bauhof stellt die Bank im November auf. Die Ortsgemeinde hat zugesagt, sie zu pflegen.",
			channel: "MAIL",
			outcome: "DONE",
			summary: "Die Bank wird im November aufgestellt.",
		}),
	);
	const limit = await asked(22, "Auf der Landstraße vor Bell soll Tempo 50 gelten.", {
		at: mendig.id,
		topic: mobility.id,
		name: "Paul Weis",
	});
	must(
		await answerConcern(await as("guide", 15), {
			ownerId,
			code: limit.code,
			text: "Guten Tag Herr Weis, die Straßenverkehrsbehörde hat es geprüft. Außerorts ist Tempo 50 dort nicht zulässig.",
			channel: "MAIL",
			outcome: "DECLINED",
			summary: "Außerorts ist Tempo 50 an dieser Stelle rechtlich nicht zulässig.",
		}),
	);

	// news for the town halls: confirmed in one, ticked at the last office day there
	const until = daysFrom(today(at(0).now), 60);
	const { areaId } = await db.coverageRule.findFirstOrThrow({
		where: { postId: guidePostId, areaId: { not: null } },
		select: { areaId: true },
	});
	const news = { ownerId, validUntil: until, isPublic: true };
	const stop = must(
		await publishNews(await as("guide", 12), {
			...news,
			postId: (await postNamed("Ansprechstelle Mobilität")).id,
			title: "Anrufbus am Abend: Probe ab Januar",
			text: "Von Januar bis Juni fährt in der Pellenz und in Mendig ein Anrufbus von 19 bis 23 Uhr. Bestellt wird am Telefon, eine Stunde vorher. Bitte sagen Sie es im Rathaus weiter.",
			topicId: mobility.id,
			areaId,
		}),
	);
	must(
		await publishNews(await as("guide", 3), {
			...news,
			postId: (await postNamed("Ansprechstelle Umwelt")).id,
			title: "Förderung für Regentonnen und Dachgrün",
			text: "Der Kreis fördert Regentonnen und begrünte Dächer mit bis zu 500 Euro. Anträge nimmt die Kreisverwaltung bis Ende Januar an, auch auf Papier.",
			topicId: environment.id,
			areaId: null,
		}),
	);
	const delivery = await db.countyNewsDelivery.findFirstOrThrow({
		where: { municipalityId: mendig.id, news: { code: stop.code } },
		select: { id: true },
	});
	must(await confirmNews(await as("mendigAdmin", 11), { deliveryId: delivery.id }));
	const day = dayOf(at(9).now).toString();
	const series = await officeSeries(at(13), {
		ownerId,
		postId: guidePostId,
		municipalityId: mendig.id,
		place: "Rathaus, Bürgersaal",
		rhythm: "ONCE",
		firstDay: day,
	});
	must(await tickNews(await as("guide", 9), { at: { code: series, day }, deliveryId: delivery.id, act: "discussed" }));
}
