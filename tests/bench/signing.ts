// Loaded by run.ts through Vite, because it runs the house's own commands.
import type { AgreementContent } from "~/domains/agreements/content";
import { loadFormRules } from "~/domains/agreements/form-rules/commands/import-form-rules.server";
import { makePaper } from "~/domains/agreements/rendering/paper.server";
import { checkPdf } from "~/domains/agreements/sealing/checking/pruefen.mjs";
import { sealVersion } from "~/domains/agreements/sealing/commands/seal.server";
import { contentOf } from "~/domains/files/index.server";
import { connect, database, disconnect } from "~/platform/database/client.server";
import type { World } from "~/platform/world.server";
import { between, completeDraft, concludedAgreement, frozenVersion, partners } from "~tests/factories/agreements";

const rounds = 7;
const renders = 200;
const mebibyte = 1024 * 1024;
const hour = 3_600_000;
const printed = { verificationCode: "A".repeat(20), origin: "http://localhost:3000" };

class Times {
	readonly #taken: number[] = [];

	async of<T>(work: () => Promise<T> | T): Promise<T> {
		const began = performance.now();
		const result = await work();
		this.#taken.push(performance.now() - began);
		return result;
	}

	get middle(): string {
		const sorted = this.#taken.toSorted((one, other) => one - other);
		return `${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0)} ms`;
	}
}

/**
 * Freezing (with both papers), sealing (with the protocol) and checking the seal, beside setting both papers alone; then
 * the memory of the process that orders 200 papers, as the web process does: the compiler is a process of its own.
 */
export async function signing(appUrl: string, dataDir: string): Promise<string> {
	process.env.DATA_DIR = dataDir;
	connect(appUrl);
	const db = database();
	const now = new Date();
	const house: World = { db, actor: { kind: "house" }, now, locale: "de" };
	const [freezing, sealing, checking, setting] = [new Times(), new Times(), new Times(), new Times()];
	try {
		await loadFormRules(house);
		const scene = await partners(db, now, ["079990000001", "079990000002"]);
		const contents: AgreementContent[] = [];
		for (let round = 1; round <= rounds; round++) {
			// one step-up makes one signature, so each agreement has an hour of its own
			const at = new Date(now.getTime() - round * hour);
			const clerk: World = { ...house, actor: scene.clerk.actor, now: at };
			const { code } = await completeDraft(clerk, between(scene));
			const { versionId } = await freezing.of(() => frozenVersion(clerk, code));
			const { content } = await db.agreementVersion.findUniqueOrThrow({ where: { id: versionId } });
			const frozen: AgreementContent = JSON.parse(content);
			contents.push(frozen);
			await setting.of(() => makePaper(frozen, printed));
			const signed = await concludedAgreement(db, scene, at);
			await sealing.of(() => sealVersion(house, signed.versionId));
			const of = { versionId: signed.versionId, kind: "agreement" };
			const paper = await contentOf((await db.agreementSealedDocument.findFirstOrThrow({ where: of })).fileId);
			const { result } = await checking.of(() => checkPdf(paper));
			if (result !== "sealed") throw new Error("the seal does not hold");
		}
		const memory: number[] = [];
		for (let render = 0; render < renders; render++) {
			const content = contents[render % contents.length];
			if (content) await makePaper(content, printed);
			if (render % 50 === 49) memory.push(process.memoryUsage().rss / mebibyte);
		}
		const grown = memory.map((rss) => rss.toFixed(0)).join(", ");
		return `An agreement of ten blocks and six years: freeze with both papers ${freezing.middle}, setting them alone ${setting.middle}; seal with protocol ${sealing.middle}; check the seal ${checking.middle}. ${renders} papers twice over: memory of the process after each 50: ${grown} MiB.`;
	} finally {
		await disconnect();
	}
}
