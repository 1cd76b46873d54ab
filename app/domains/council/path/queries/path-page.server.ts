import { fromStored } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { linksOf } from "../../paper-links/queries/links.server";
import { resolutionsAbout } from "../../queries/resolution-list.server";
import { storedWord } from "../../resolution";
import { ownedSubject } from "../owned-subject.server";
import { consultationRoles, pathAddress, pathKindIn, pathKinds, pathState, stepResults } from "../path";

type Subject = { kind: string; id: string };

/**
 * The way of an object through the bodies, for everybody who may read the object; the caller has asked that.
 * @returns null where nothing has been written down yet
 */
export async function councilPath(view: View, subject: Subject) {
	const [path, links] = await Promise.all([
		view.db.councilPath.findUnique({
			where: { subjectKind_subjectId: { subjectKind: subject.kind, subjectId: subject.id } },
			include: {
				steps: {
					orderBy: { position: "asc" },
					include: { resolution: { select: { id: true, code: true, title: true, publishedAt: true } } },
				},
			},
		}),
		linksOf(view, subject),
	]);
	if (!path && links.length === 0) return null;
	const steps = (path?.steps ?? []).map(({ resolution, ...step }) => ({
		id: step.id,
		body: step.body,
		sessionOn: step.sessionOn && fromStored(step.sessionOn).toString(),
		role: storedWord(consultationRoles, step.role),
		authoritative: step.authoritative,
		result: step.result === null ? null : storedWord(stepResults, step.result),
		note: step.note,
		resolutionId: step.resolutionId,
		/** Only what is public is linked; staff finds drafts on the page where it works. */
		resolution: resolution?.publishedAt && resolution.publishedAt <= view.now ? resolution : null,
	}));
	const handedOverOn = path?.handedOverOn ? fromStored(path.handedOverOn).toString() : null;
	const reference = path?.reference ?? null;
	return {
		state: pathState({ handedOverOn, reference, steps }),
		handedOverOn,
		handedOverTo: path?.handedOverTo ?? null,
		reference,
		steps,
		links,
	};
}

export type CouncilPathView = NonNullable<Awaited<ReturnType<typeof councilPath>>>;

export type PathAt = { place: string; kind: string; id: string };

/** What goes the way at this address. @throws NotFound for addresses of nothing */
function subjectAt(at: PathAt): Subject {
	const kind = pathKindIn(at.kind);
	if (!kind || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(at.id)) throw new NotFound();
	return { kind, id: at.id };
}

/**
 * The page on which a way is written down.
 * @throws NotFound when the place has no such thing, Forbidden or SignInNeeded when they may not
 */
export async function managedPath(view: View, at: PathAt) {
	const subject = subjectAt(at);
	const owned = await ownedSubject(view, subject);
	const place = await view.db.space.findUnique({
		where: { slug: at.place, organisationId: owned.organisationId },
		select: { slug: true, name: true },
	});
	if (!place) throw new NotFound();
	const [path, resolutions] = await Promise.all([councilPath(view, subject), resolutionsAbout(view, subject)]);
	const { title, href, kindLabel, organisationId } = owned;
	return {
		subject,
		organisationId,
		place,
		path: pathAddress(at.place, subject) ?? "",
		/** The package for the council's office is made where the hand-over sheet is written. */
		sheet:
			subject.kind === "recommendation" || subject.kind === "process"
				? `/o/${at.place}/verwaltung/uebergabe/${pathKinds[subject.kind]}/${subject.id}`
				: null,
		about: { title, href, kindLabel },
		way: path,
		resolutions: resolutions.map(({ id, code, title: name, body, sessionOn }) => ({
			id,
			code,
			title: name,
			body,
			sessionOn,
		})),
	};
}
