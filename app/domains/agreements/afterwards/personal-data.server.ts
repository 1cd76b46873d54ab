import type { PersonalData } from "~/platform/manifest.server";

/**
 * Who met an obligation, handed over, gave notice or entered a contract. The facts stay (they are evidence of a contract,
 * Art. 17 (3) b and e GDPR); the name of who noted them goes.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		const [obligationsMet, handoversPrepared, handoversConfirmed, noticesDeclared, contractsEntered] =
			await Promise.all([
				db.agreementObligationDate.findMany({
					where: { doneById: personId },
					orderBy: { doneOn: "asc" },
					select: { dueOn: true, doneOn: true, evidence: true },
				}),
				db.agreementHandover.findMany({ where: { preparedById: personId }, select: { day: true, preparedAt: true } }),
				db.agreementHandover.findMany({
					where: { confirmedById: personId },
					select: { day: true, confirmedAt: true, note: true },
				}),
				db.agreementNotice.findMany({
					where: { declaredById: personId },
					select: { kind: true, declaredOn: true, reason: true },
				}),
				db.existingContract.findMany({ where: { enteredById: personId }, select: { title: true, createdAt: true } }),
			]);
		const waivers = await db.agreementWaiverConsent.findMany({
			where: { personId },
			orderBy: [{ at: "asc" }, { waiverId: "asc" }],
			select: { at: true, waiver: { select: { reason: true } } },
		});
		const waiversEnded = await db.agreementWaiverEnd.findMany({
			where: { personId },
			orderBy: [{ at: "asc" }, { waiverId: "asc" }],
			select: { kind: true, reason: true, at: true },
		});
		const wordsOnBehalf = await db.agreementWordOnBehalf.findMany({
			where: { givenById: personId },
			orderBy: [{ givenAt: "asc" }, { id: "asc" }],
			select: { act: true, decision: true, decidedOn: true, givenAt: true },
		});
		const noticesPrepared = await db.agreementNoticePrepared.findMany({
			where: { preparedById: personId },
			orderBy: [{ preparedAt: "asc" }, { agreementId: "asc" }],
			select: { kind: true, lastDay: true, reason: true, preparedAt: true },
		});
		const contractsChanged = await db.existingContractChange.findMany({
			where: { changedById: personId },
			orderBy: [{ at: "asc" }, { id: "asc" }],
			select: { at: true, fields: true, contract: { select: { title: true } } },
		});
		return {
			waiversEnded,
			wordsOnBehalf,
			noticesPrepared,
			waivers,
			obligationsMet,
			handoversPrepared,
			handoversConfirmed,
			noticesDeclared,
			contractsEntered,
			contractsChanged,
		};
	},
	async erase({ db }, personId) {
		await db.agreementObligationDate.updateMany({ where: { doneById: personId }, data: { doneById: null } });
		await db.agreementHandover.updateMany({ where: { preparedById: personId }, data: { preparedById: null } });
		await db.agreementHandover.updateMany({ where: { confirmedById: personId }, data: { confirmedById: null } });
		await db.agreementNotice.updateMany({ where: { declaredById: personId }, data: { declaredById: null } });
		await db.agreementNotice.updateMany({ where: { receivedById: personId }, data: { receivedById: null } });
		await db.agreementRemainder.updateMany({ where: { doneById: personId }, data: { doneById: null } });
		await db.agreementWaiver.updateMany({ where: { proposedById: personId }, data: { proposedById: null } });
		await db.agreementWaiverConsent.updateMany({ where: { personId }, data: { personId: null } });
		await db.agreementWaiverEnd.updateMany({ where: { personId }, data: { personId: null } });
		await db.agreementWordOnBehalf.updateMany({ where: { givenById: personId }, data: { givenById: null } });
		await db.agreementNoticePrepared.updateMany({ where: { preparedById: personId }, data: { preparedById: null } });
		await db.agreementRenewal.updateMany({ where: { decidedById: personId }, data: { decidedById: null } });
		await db.existingContract.updateMany({ where: { enteredById: personId }, data: { enteredById: null } });
		await db.existingContractChange.updateMany({ where: { changedById: personId }, data: { changedById: null } });
	},
	async retain() {
		return 0;
	},
};
