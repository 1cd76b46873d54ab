import { dayOf } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { authorityPeriod } from "../authority";
import { notificationOfToken } from "../authority-token.server";
import { mayAnswerNotice } from "../policy.server";
import { type At, dayNow, landOf, planningOf, planningToManage } from "./find-planning.server";
import { headOf } from "./head.server";

const text = (day: Date) => day.toISOString().slice(0, 10);

/** The notification that a link from its mail opens. @throws NotFound for links that we did not make */
export async function notificationBehind(view: Pick<View, "db">, token: string) {
	const id = notificationOfToken(token);
	const row = id
		? await view.db.planningNotification.findUnique({ where: { id }, include: { authority: true } })
		: null;
	if (!row) throw new NotFound();
	return { ...row, dueOn: text(row.dueOn) };
}

/** The page on which an authority states its view, for who holds the link of its notice. @throws NotFound */
export async function noticePage(view: View, token: string) {
	const notice = await notificationBehind(view, token);
	const planning = await planningOf(view, notice.processId);
	const space = planning?.process.organisation.space;
	if (!planning || !space) throw new NotFound();
	const made = await view.db.planningStatement.findMany({
		where: { authorityId: notice.authority.id, round: notice.round },
		orderBy: { number: "asc" },
		select: { number: true, receivedAt: true },
	});
	return {
		...headOf(planning, space.slug),
		authority: notice.authority.name,
		dueOn: notice.dueOn,
		isLate: dayNow(view) > notice.dueOn,
		takes: mayAnswerNotice(planning),
		systemAddress: planning.way === "link" ? planning.systemAddress : null,
		office: planning.office,
		phone: space.phone,
		changes: planning.displays.find(({ round }) => round === notice.round)?.changes ?? null,
		made: made.map(({ number, receivedAt }) => ({ number, on: dayOf(receivedAt).toString() })),
	};
}

/** The list of authorities with what each was sent and said in the present display. @throws NotFound, Forbidden */
export async function authoritiesPage(view: View, at: At) {
	const planning = await planningToManage(view, at);
	const { processId } = planning;
	const display = planning.displays.at(-1) ?? null;
	const today = dayNow(view);
	const rows = await view.db.planningAuthority.findMany({
		where: { processId, OR: [{ removedAt: null }, { notifications: { some: {} } }] },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: 1000,
		include: {
			notifications: { orderBy: { round: "desc" } },
			statements: { orderBy: { number: "asc" }, select: { number: true, round: true, receivedAt: true } },
		},
	});
	const period = display ? authorityPeriod(today, display.endsOn, await landOf(view, planning.organisationId)) : null;
	const authorities = rows.map(({ id, name, email, removedAt, notifications, statements }) => {
		const [last] = notifications;
		const dueOn = last ? text(last.dueOn) : null;
		return {
			id,
			name,
			email,
			isListed: removedAt === null,
			isNotified: last !== undefined && last.round === display?.round,
			sentOn: last ? dayOf(last.sentAt).toString() : null,
			dueOn,
			statements: statements.map(({ number, round, receivedAt }) => ({
				number,
				round,
				isLate: dueOn !== null && round === last?.round && dayOf(receivedAt).toString() > dueOn,
			})),
			isOverdue: last !== undefined && statements.length === 0 && dueOn !== null && dueOn < today,
		};
	});
	return {
		...headOf(planning, at.place),
		display: display && { round: display.round, endsOn: display.endsOn, announced: display.announced },
		mayNotify: display?.announced === true && display.endsOn >= today,
		open: authorities.filter(({ isListed, isNotified }) => isListed && !isNotified).length,
		period,
		way: planning.way,
		authorities,
	};
}
