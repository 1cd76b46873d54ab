import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { CheckPoint, CheckState } from "../check";
import { actingFor, mayChangeProcess, mayManage } from "../policy.server";
import { lockedProcess } from "../queries/find-process.server";

/** One point as it was filled in; `state` null leaves it open. */
export type CheckAnswer = { point: CheckPoint; state: CheckState | null; proof: string };

/** Keeps the Beteiligungs-Check of a process as it stands now; a point that is settled names its proof. */
export const answerCheck = command(
	"participation.answer-check",
	async (
		world: ActWorld,
		{ id, answers }: { id: string; answers: readonly CheckAnswer[] },
	): Promise<Outcome<{ slug: string }, "process-archived" | "proof-missing">> => {
		const process = await lockedProcess(world, id);
		demand(mayManage, world.actor, process);
		if (!mayChangeProcess(world.actor, process, world.now)) return refused("process-archived");
		const bare = answers.filter(({ state, proof }) => state !== null && proof.trim().length < 3);
		if (bare.length > 0) {
			const refusals = bare.map(
				({ point }): Refusal<"proof-missing"> => ({ code: "proof-missing", field: `proof-${point}` }),
			);
			return { done: false, refusals };
		}
		const before = await world.db.processCheck.findMany({ where: { processId: id } });
		for (const { point, state, proof } of answers) {
			const stored = before.find((known) => known.point === point);
			if (state === null) {
				if (stored) await world.db.processCheck.delete({ where: { processId_point: { processId: id, point } } });
				continue;
			}
			if (stored?.state === state && stored.proof === proof.trim()) continue;
			const data = { state, proof: proof.trim(), byId: personIdOf(world.actor), at: world.now };
			await world.db.processCheck.upsert({
				where: { processId_point: { processId: id, point } },
				create: { processId: id, point, ...data },
				update: data,
			});
		}
		world.record({
			type: "participation.process.checked",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
			facts: { settled: answers.filter(({ state }) => state !== null).length },
			...actingFor(world.actor, process),
		});
		return done({ slug: process.slug });
	},
);
