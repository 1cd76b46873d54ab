import { personIdOf } from "~/platform/actor";
import { textFor } from "~/platform/i18n";
import type { Manifest, PersonalData, Subject, SubjectView, Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { giveTasksBack, remindOfTasks } from "./commands/due.server";
import { taskMessages } from "./messages";
import { taskNotices } from "./notices.server";
import { mayReadTask } from "./policy.server";
import { taskById } from "./queries/find-task.server";
import { countMyTasks } from "./queries/tasks.server";
import { taskState } from "./task";

const task: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, taskMessages);
		const known = await view.db.actionItem.findMany({ where: { id: { in: ids } }, select: { id: true } });
		const seen = new Map<string, SubjectView>();
		for (const { id } of known) {
			const { task: row, group, given } = await taskById(view, id);
			if (!mayReadTask(view.actor, given)) continue;
			seen.set(id, {
				id,
				title: row.title,
				href: `/o/${group.place.slug}/arbeitskreise/${group.slug}/aufgaben/${id}`,
				kindLabel: t("kind"),
				state: t(`states.${taskState(row.state)}`),
				at: row.createdAt,
				organisationId: row.organisationId,
			});
		}
		return seen;
	},
};

async function waiting(view: View): Promise<Waiting[]> {
	const { near, overdue } = await countMyTasks(view);
	const t = textFor(view.locale, taskMessages);
	const href = "/arbeitskreise/aufgaben";
	return [
		{ label: t("waiting.overdue"), count: overdue, href, urgent: true },
		{ label: t("waiting.near"), count: near, href, urgent: false },
	].filter(({ count }) => count > 0);
}

/** What a member took over and what people reported stays with the group's record, under the name that accounts forgets. */
const personalData: PersonalData = {
	async export(db, personId) {
		const [takenOver, reported] = await Promise.all([
			db.actionItem.findMany({
				where: { member: { personId } },
				select: { title: true, dueOn: true, state: true, group: { select: { name: true } } },
				orderBy: { id: "asc" },
			}),
			db.actionItemNote.findMany({
				where: { byId: personId },
				select: { text: true, state: true, at: true, task: { select: { title: true } } },
				orderBy: { id: "asc" },
			}),
		]);
		const created = await db.actionItem.findMany({
			where: { createdById: personId },
			select: { title: true, createdAt: true },
			orderBy: { id: "asc" },
		});
		return { groupTasks: { takenOver, reported, created } };
	},
	async erase({ db }, personId) {
		await db.actionItem.updateMany({
			where: { member: { personId }, state: { in: ["open", "under-way"] } },
			data: { memberId: null },
		});
	},
	async retain() {
		return 0;
	},
};

/** What the house needs to know of tasks. */
export const taskPart: Omit<Manifest, "domain"> = {
	subjects: { task },
	notices: taskNotices,
	sweeps: { "groups.tasks-due": remindOfTasks, "groups.tasks-given-back": giveTasksBack },
	waiting: (view) => (personIdOf(view.actor) ? waiting(view) : Promise.resolve([])),
	personalData,
};
