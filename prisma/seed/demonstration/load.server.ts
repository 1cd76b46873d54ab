import { readFile } from "node:fs/promises";
import path from "node:path";
import { authoriseAssociations, importRegister } from "~/domains/organisations/index.server";
import { addUpdate } from "~/domains/participation/answers/commands/add-update.server";
import { makeTemplate } from "~/domains/participation/answers/commands/change-template.server";
import { support } from "~/domains/participation/contributions/commands/support.server";
import type { Actor } from "~/platform/actor";
import { guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { World } from "~/platform/world.server";
import { setOperator } from "~/server/operator.server";
import { actingAs, person } from "~tests/factories/accounts";
import { answer, inquiry } from "~tests/factories/answers";
import { rules } from "~tests/factories/discussion";
import { deputy, holder, openPlace, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { contribution, guestContribution, guidelines, process, published } from "~tests/factories/participation";
import { loadBudgets } from "./budgets.server";
import { loadCouncil } from "./council.server";
import { loadEvents } from "./events.server";
import { loadGroups } from "./groups.server";
import { loadGuidelines } from "./guidelines.server";
import { loadGuides } from "./guides.server";
import { loadGuidesWork } from "./guides-work.server";
import { everydayWays, type Idea, playground } from "./ideas";
import { loadMeasures } from "./measures";
import { loadNeeds } from "./needs.server";
import { loadNetwork } from "./network.server";
import { type PersonKey, people } from "./people";
import { loadPlan } from "./planning.server";
import { loadSurvey } from "./surveys.server";
import { loadThread } from "./thread.server";
import { loadVotes } from "./votes.server";

const registerFile = path.resolve("prisma/seed/register/GV100AD_301123.txt");
const day = 86_400_000;

/** Everything that the steps below share: the database, the day of loading and who exists so far. */
type Stage = {
	at(daysAgo: number, hour?: number): World;
	organisations: Record<"county" | "mendig" | "andernach" | "thuer", string>;
	personIds: Partial<Record<PersonKey, string>>;
	/** Somebody of the demonstration, as they are signed in on that day. */
	as(key: PersonKey, daysAgo: number, hour?: number): Promise<World & { actor: Actor & { kind: "person" } }>;
};

/**
 * Loads the demonstration into an empty database: the real municipalities of Mayen-Koblenz, invented people and texts,
 * written by the factories through the same commands as everything else, dated relative to `now`.
 */
export async function loadDemonstration(db: PrismaClient, now: Date): Promise<void> {
	const at = (daysAgo: number, hour = 9): World => {
		const moment = new Date(now.getTime() - daysAgo * day);
		moment.setUTCHours(Math.min(hour, daysAgo === 0 ? Math.max(now.getUTCHours() - 1, 0) : 23), 12, 0, 0);
		return { db, actor: house, now: moment, locale: "de" };
	};
	await loadGeography(at(400));
	const stage: Stage = {
		at,
		organisations: {
			county: await organisationId(db, "Mayen-Koblenz", "COUNTY"),
			mendig: await organisationId(db, "Mendig", "MUNICIPAL_ASSOCIATION"),
			andernach: await organisationId(db, "Andernach", "MUNICIPALITY"),
			thuer: await organisationId(db, "Thür", "MUNICIPALITY"),
		},
		personIds: {},
		async as(key, daysAgo, hour) {
			const personId = stage.personIds[key];
			if (!personId) throw new Error(`${key} is not there yet`);
			const world = at(daysAgo, hour);
			return { ...world, actor: await actingAs(world, personId) };
		},
	};
	await loadPeople(stage);
	const posts = await loadPlaces(stage);
	await loadGuides(stage.at, {
		countyId: stage.organisations.county,
		guidePostId: posts.countyGuides,
		personIds: stage.personIds,
	});
	await loadGuidesWork({
		countyId: stage.organisations.county,
		guidePostId: posts.countyGuides,
		at: stage.at,
		as: stage.as,
	});
	await loadNeeds(stage.at, { countyId: stage.organisations.county });
	await loadNetwork({ organisations: stage.organisations, guidePostId: posts.countyGuides, as: stage.as });
	await loadPlayground(stage, posts.andernachParks);
	await loadGuidelines({
		organisationId: stage.organisations.county,
		responsiblePostId: posts.countyCoordination,
		as: stage.as,
	});
	await guidelines(await stage.as("mendigManager", 200), {
		organisationId: stage.organisations.mendig,
		resolution: "Verbandsgemeinderat Mendig (erfunden)",
		text: "# 1. Früh fragen\n\nWir fragen, bevor entschieden ist, und sagen, was schon feststeht.\n\n# 2. Alle erreichen\n\nJede Beteiligung geht auch ohne Internet: am Telefon, am Schalter und auf Papier.\n\n# 3. Antworten\n\nAlle, die mitmachen, bekommen eine Antwort mit Grund. Der Tag dafür steht vorher fest.\n\n# 4. Dazulernen\n\nNach zwei Jahren prüfen wir diese Regeln.",
	});
	const ideaId = await loadEverydayWays(stage, posts);
	await loadUpcoming(stage, posts.countyCoordination);
	const votingStage: Parameters<typeof loadVotes>[0] = {
		organisations: stage.organisations,
		posts,
		house: stage.at,
		andernach: (daysAgo) => stage.as("andernachManager", daysAgo),
		mendig: (daysAgo) => stage.as("mendigManager", daysAgo),
		colleague: (place, daysAgo) => stage.as(place === "mendig" ? "mendigAdmin" : "andernachColleague", daysAgo),
	};
	await loadBudgets(votingStage);
	await loadVotes(votingStage);
	await loadPlan({
		organisationId: stage.organisations.andernach,
		responsiblePostId: posts.andernachParks,
		staff: await stage.as("andernachManager", 20),
		colleague: (await stage.as("andernachColleague", 20)).actor,
		guest: (daysAgo) => ({ ...stage.at(daysAgo), actor: guest }),
	});
	await loadSurvey({
		organisationId: stage.organisations.mendig,
		responsiblePostId: posts.mendigBuilding,
		staff: (daysAgo) => stage.as("mendigManager", daysAgo),
		colleague: (await stage.as("mendigAdmin", 9)).actor,
	});
	await loadMeasures({
		organisations: stage.organisations,
		posts,
		house: stage.at,
		county: (daysAgo) => stage.as("countyManager", daysAgo),
		mendig: (daysAgo) => stage.as("mendigManager", daysAgo),
		mayor: (daysAgo) => stage.as("mayor", daysAgo),
	});
	await loadThread({
		at,
		organisations: stage.organisations,
		personIds: stage.personIds as Record<PersonKey, string>,
		buildingPostId: posts.mendigBuilding,
		ideaId,
	});
	await loadGroups({
		organisations: stage.organisations,
		personIds: stage.personIds as Record<PersonKey, string>,
		postId: posts.countyCoordination,
		at,
		as: stage.as,
	});
	const processId = async (title: string) =>
		(await db.process.findFirstOrThrow({ where: { title: { startsWith: title } }, select: { id: true } })).id;
	await loadCouncil({
		organisations: stage.organisations,
		posts,
		processes: { everydayWays: await processId("Wege im Alltag"), playground: await processId("Spielplatz") },
		as: stage.as,
	});
}

async function loadGeography(world: World): Promise<void> {
	const bytes = await readFile(registerFile);
	must(await importRegister(world, { bytes, fileName: path.basename(registerFile), only: ["07137"] }));
	must(
		await authoriseAssociations(world, {
			countyKey: "07137",
			from: new Date("2024-01-01T00:00:00Z"),
			legalBasis: "§ 68 GemO Rheinland-Pfalz",
		}),
	);
	must(
		await setOperator(world, {
			name: "Landkreis Mayen-Koblenz (Vorführung)",
			address: "Musterstraße 1\n56068 Koblenz",
			represented: "eine erfundene Landrätin",
			phone: "030 23125 100",
			phoneHours: "Mo–Do 8–16 Uhr, Fr 8–12 Uhr",
			email: "betrieb@gemeinwerk.example",
			dataProtection: "Erfundene Datenschutzbeauftragte, Musterstraße 1, 56068 Koblenz",
			supervision: "Der Landesbeauftragte für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz, Mainz",
		}),
	);
}

async function organisationId(
	db: PrismaClient,
	shortName: string,
	kind: "COUNTY" | "MUNICIPAL_ASSOCIATION" | "MUNICIPALITY",
): Promise<string> {
	const { id } = await db.organisation.findFirstOrThrow({
		where: { shortName, kind, ars: { startsWith: "07137" } },
		select: { id: true },
	});
	return id;
}

async function loadPeople({ at, organisations, personIds }: Stage): Promise<void> {
	for (const [index, [key, { givenName, familyName, email, offices }]] of Object.entries(people).entries()) {
		const roles = offices.map(({ role, at: where }) =>
			where === "house"
				? { role, scope: { kind: "platform" as const }, ownerId: null }
				: { role, scope: { kind: "organisation" as const, id: organisations[where] }, ownerId: organisations[where] },
		);
		const staff = offices.some(({ role }) => role !== "member");
		// one after the other, so that the list of accounts keeps this order
		const world = at(390);
		const made = await person(
			{ ...world, now: new Date(world.now.getTime() + index * 60_000) },
			{
				displayName: `${givenName} ${familyName}`,
				givenName,
				familyName,
				email,
				roles,
				totp: staff,
			},
		);
		personIds[key as PersonKey] = made.personId;
	}
}

async function loadPlaces({ at, organisations, personIds }: Stage) {
	const world = at(380);
	const named = (key: PersonKey) => {
		const personId = personIds[key];
		if (!personId) throw new Error(`${key} is not there yet`);
		return { personId };
	};
	const places = [
		["county", "mayen-koblenz", "Landkreis Mayen-Koblenz", "030 23125 100", "#14497a", "56068 Koblenz"],
		["mendig", "mendig", "Verbandsgemeinde Mendig", "030 23125 200", "#7a2e14", "56743 Mendig"],
		["andernach", "andernach", "Stadt Andernach", "030 23125 300", "#1f5c3d", "56626 Andernach"],
		["thuer", "thuer", "Ortsgemeinde Thür", "030 23125 400", null, "56743 Thür"],
	] as const;
	for (const [key, slug, name, phone, accent, town] of places) {
		await openPlace(world, {
			organisationId: organisations[key],
			slug,
			name,
			phone,
			phoneHours: "Mo–Fr 8–12 Uhr, Do 14–18 Uhr",
			email: `rathaus@${slug}.example`,
			address: `Musterstraße 1\n${town}`,
			accent,
		});
	}
	const since = daysFrom(today(world.now), -1);
	const office = (organisation: keyof typeof organisations, label: string, phone: string, mailbox: string) =>
		post(world, { organisationId: organisations[organisation], label, phone, mailbox, validFrom: since });
	const posts = {
		countyCoordination: await office(
			"county",
			"Koordinierungsstelle Beteiligung",
			"030 23125 110",
			"mitreden@kreis.example",
		),
		countyGuides: await office("county", "Regionallotsin Pellenz und Mendig", "030 23125 120", "lotsen@kreis.example"),
		mendigBuilding: await office(
			"mendig",
			"Bauamt der Verbandsgemeinde Mendig",
			"030 23125 210",
			"bauamt@mendig.example",
		),
		mendigOrder: await office(
			"mendig",
			"Ordnungsamt der Verbandsgemeinde Mendig",
			"030 23125 220",
			"ordnungsamt@mendig.example",
		),
		andernachParks: await office("andernach", "Grünflächenamt", "030 23125 310", "gruen@andernach.example"),
	};
	await holder(world, { postId: posts.countyCoordination, holder: named("countyManager"), validFrom: since });
	await holder(world, { postId: posts.countyGuides, holder: named("guide"), validFrom: since });
	await holder(world, {
		postId: posts.mendigBuilding,
		holder: { givenName: "Birgit", familyName: "Hammes" },
		validFrom: since,
	});
	await holder(world, {
		postId: posts.mendigOrder,
		holder: { givenName: "Dirk", familyName: "Loosen" },
		validFrom: since,
	});
	await holder(world, { postId: posts.andernachParks, holder: named("andernachManager"), validFrom: since });
	await deputy(world, { postId: posts.mendigBuilding, deputyPostId: posts.mendigOrder, validFrom: since });
	return posts;
}

async function loadPlayground(stage: Stage, responsiblePostId: string): Promise<void> {
	const made = await process(await stage.as("andernachManager", 80), {
		organisationId: stage.organisations.andernach,
		responsiblePostId,
		title: "Spielplatz am Rheinufer",
		purpose: "Der Spielplatz am Rheinufer ist 30 Jahre alt und wird neu gebaut. Was soll dort möglich sein?",
		fixedPoints:
			"Der Platz bleibt an seiner Stelle. Es stehen 180.000 Euro bereit. Gebaut wird ab dem nächsten Frühjahr.",
		openQuestions: "Welche Geräte, wie viel Schatten, welche Wege und was es zum Ausruhen geben soll.",
		decidedBy: "Ausschuss für Soziales und Jugend der Stadt Andernach",
		days: { first: 5, last: 25, answered: 60 },
		categories: ["Spielen", "Für alle", "Aufenthalt"],
		releasedBy: (await stage.as("andernachColleague", 80)).actor,
	});
	const colleague = (await stage.as("andernachColleague", 64)).actor;
	const ids = await loadIdeas(stage, made.id, playground, colleague);
	for (const [index, idea] of playground.entries()) {
		const id = ids[index];
		if (!idea.answer || !id) continue;
		const prepared = await stage.as("andernachManager", 45, 8 + index);
		const answered = await answer(prepared, {
			processId: made.id,
			contributionIds: [id],
			...idea.answer,
			releasedBy: (await stage.as("andernachColleague", 45, 8 + index)).actor,
		});
		if (!idea.update) continue;
		const later = await stage.as("andernachManager", 12, 8 + index);
		must(await addUpdate(later, { answerId: answered.id, ...idea.update }));
	}
}

/** Returns the id of the answered idea, with which the thread begins. */
async function loadEverydayWays(stage: Stage, posts: { mendigBuilding: string; mendigOrder: string }): Promise<string> {
	const made = await process(await stage.as("mendigManager", 18), {
		organisationId: stage.organisations.mendig,
		responsiblePostId: posts.mendigBuilding,
		deputyPostId: posts.mendigOrder,
		title: "Wege im Alltag: Wo hakt es?",
		purpose:
			"Zur Schule, zum Einkaufen, zum Arzt: Wir wollen wissen, wo es auf diesen Wegen hakt. Die Ideen fließen in das Mobilitätskonzept der Verbandsgemeinde ein.",
		fixedPoints:
			"Für kleine Maßnahmen stehen in den nächsten zwei Jahren 150.000 Euro bereit. Über Kreis- und Landesstraßen entscheidet die Verbandsgemeinde nicht allein.",
		openQuestions: "Welche Stellen zuerst angegangen werden und was dort gebaut oder geändert wird.",
		decidedBy: "Verbandsgemeinderat Mendig, nach Beratung im Bauausschuss",
		days: { first: 4, last: 30, answered: 75 },
		categories: ["Zu Fuß", "Mit dem Rad", "Bus und Bahn", "Barrierefreiheit", "Anderes"],
		releasedBy: (await stage.as("mendigAdmin", 18)).actor,
	});
	await rules(await stage.as("mendigManager", 18), made.id, { commentsAppear: "before" });
	const moderator = (await stage.as("moderator", 13)).actor;
	const ids = await loadIdeas(stage, made.id, everydayWays, moderator);
	const answered = everydayWays.findIndex((idea) => idea.answer);
	const [lamps, bus] = [ids[answered], ids[2]];
	const given = everydayWays[answered]?.answer;
	if (!lamps || !bus || !given) throw new Error("one idea of everyday ways is answered");
	await answer(await stage.as("mendigManager", 5, 10), {
		processId: made.id,
		contributionIds: [lamps],
		...given,
		releasedBy: (await stage.as("mendigAdmin", 5, 11)).actor,
	});
	await inquiry(await stage.as("mendigManager", 1, 8), {
		processId: made.id,
		contributionIds: [bus],
		office: "Ordnungsamt",
		email: "ordnungsamt@mendig.example",
		question:
			"Gibt es mit dem Verkehrsverbund schon Gespräche über einen Anrufbus am Abend? Was würde er ungefähr kosten?",
		dueInDays: 10,
	});
	must(
		await makeTemplate(await stage.as("mendigManager", 6, 9), {
			organisationId: stage.organisations.mendig,
			name: "Weitergabe an den Landesbetrieb Mobilität",
			disposition: "passed-on",
			reason: richTextFromMarkdown(
				"Vielen Dank für Ihren Beitrag {nummer}. Über diese Straße entscheidet der Landesbetrieb Mobilität. Wir haben „{titel}“ dorthin weitergegeben und fragen in acht Wochen nach.",
			),
		}),
	);
	await loadEvents({ processId: made.id, manager: (daysAgo) => stage.as("mendigManager", daysAgo) });
	return lamps;
}

async function loadUpcoming(stage: Stage, responsiblePostId: string): Promise<void> {
	const manager = await stage.as("countyManager", 3);
	const bookBus = await process(manager, {
		organisationId: stage.organisations.county,
		responsiblePostId,
		title: "Bücherbus: Wo soll er halten?",
		purpose:
			"Ein Bücherbus soll ab dem nächsten Jahr durch die kleinen Orte des Landkreises fahren. Wir suchen mit Ihnen Haltestellen und Zeiten, die zu Ihrem Alltag passen.",
		fixedPoints: "Der Bus fährt an vier Tagen in der Woche. In Städten mit eigener Bücherei hält er nicht.",
		openQuestions: "In welchen Orten der Bus hält, zu welchen Zeiten, und was er außer Büchern mitbringt.",
		decidedBy: "Kulturausschuss des Landkreises Mayen-Koblenz",
		days: { first: 15, last: 57, answered: 102 },
		categories: ["Haltestellen", "Zeiten", "Was der Bus mitbringt"],
		published: false,
	});
	// nobody else manages participation there: the same person releases it more than a day later
	await published(await stage.as("countyManager", 1), {
		...bookBus,
		organisationId: stage.organisations.county,
		askedBy: manager,
		releasedBy: (await stage.as("countyManager", 1)).actor,
	});
	await process(await stage.as("mendigManager", 0), {
		organisationId: stage.organisations.thuer,
		responsiblePostId: (await stage.at(0).db.post.findFirstOrThrow({ where: { label: { startsWith: "Bauamt" } } })).id,
		title: "Dorfplatz Thür: Bänke, Bäume, Brunnen?",
		purpose: "Der Dorfplatz bekommt ein neues Pflaster. Was soll sonst noch besser werden?",
		fixedPoints: "Das Pflaster wird erneuert, der Platz bleibt frei von Autos.",
		openQuestions: "Bänke, Bäume, Wasser, Beleuchtung und ein Platz für Feste.",
		decidedBy: "Ortsgemeinderat Thür",
		days: { first: 20, last: 50, answered: 90 },
		published: false,
	});
}

/** Hands in the ideas in the order of their days; returns their ids in the order of the list. */
async function loadIdeas(stage: Stage, processId: string, ideas: Idea[], moderator: Actor): Promise<string[]> {
	const ids: string[] = [];
	for (const [index, idea] of ideas.entries()) {
		const given = {
			processId,
			title: idea.title,
			text: idea.text,
			category: idea.category,
			place: idea.place ?? null,
			at: idea.at ? { latitude: idea.at[0], longitude: idea.at[1] } : null,
			...(idea.waiting ? {} : { publishedBy: moderator }),
		};
		const hour = 7 + (index % 5);
		const made =
			typeof idea.by === "string"
				? await contribution(await stage.as(idea.by as PersonKey, idea.daysAgo, hour), given)
				: await guestContribution(stage.at(idea.daysAgo, hour), {
						...given,
						email: `gast${index + 1}@post.example`,
						name: idea.by.guest || undefined,
					});
		ids.push(made.id);
		for (const supporter of idea.supporters ?? []) {
			must(await support(await stage.as(supporter as PersonKey, idea.daysAgo, hour + 1), { id: made.id }));
		}
	}
	return ids;
}
