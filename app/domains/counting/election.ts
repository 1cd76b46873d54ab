/** A project people vote on. Costs are in the smallest unit (cents) and more than zero. */
export type Project = {
	id: string;
	cost: bigint;
	/** Of the projects with the same exclusion group at most one is funded. */
	exclusionGroup?: string | null;
	/** The partial budget (district, category) it belongs to. */
	part?: string | null;
};

/** What some voters gave: points per project (1 for an approval), and how many voters gave exactly this. */
export type Ballot = { points: Readonly<Record<string, number>>; voters: number };

/** Everything that is counted. `unit`: how many of the smallest unit one unit of currency has (100 for cents). */
export type Election = {
	budget: bigint;
	unit: bigint;
	projects: readonly Project[];
	ballots: readonly Ballot[];
};

/** A project with its votes (or points) and with who gave them: positions among the ballots. */
export type Candidate = Project & { votes: bigint; supporters: { ballot: number; points: bigint }[] };

/**
 * The election as the methods read it: each project with its supporters.
 * @throws RangeError for what cannot be counted: no budget, a project for nothing or twice, points for an unknown project
 */
export function prepare(election: Election): { voters: bigint; weights: bigint[]; candidates: Candidate[] } {
	if (election.budget < 0n || election.unit < 1n) throw new RangeError("no budget");
	const candidates = new Map<string, Candidate>();
	for (const project of election.projects) {
		if (project.cost <= 0n) throw new RangeError(`project ${project.id} costs nothing`);
		if (candidates.has(project.id)) throw new RangeError(`project ${project.id} is there twice`);
		candidates.set(project.id, { ...project, votes: 0n, supporters: [] });
	}
	const weights: bigint[] = [];
	for (const [index, { points, voters }] of mergedBallots(election.ballots).entries()) {
		weights.push(BigInt(voters));
		for (const [id, given] of Object.entries(points)) {
			const candidate = candidates.get(id);
			if (!candidate) throw new RangeError(`points for an unknown project ${id}`);
			candidate.votes += BigInt(given) * BigInt(voters);
			candidate.supporters.push({ ballot: index, points: BigInt(given) });
		}
	}
	return {
		voters: weights.reduce((sum, weight) => sum + weight, 0n),
		weights,
		candidates: [...candidates.values()],
	};
}

/**
 * The same ballots with equal ones together, in an order that depends on their content alone.
 * @throws RangeError for points that are no positive whole numbers
 */
function mergedBallots(ballots: readonly Ballot[]): Ballot[] {
	const merged = new Map<string, Ballot>();
	for (const { points, voters } of ballots) {
		if (!Number.isSafeInteger(voters) || voters < 1) throw new RangeError("a ballot of nobody");
		const given = Object.entries(points).sort(([one], [other]) => (one < other ? -1 : 1));
		if (given.some(([, value]) => !Number.isSafeInteger(value) || value < 1)) {
			throw new RangeError("points are positive whole numbers");
		}
		const key = JSON.stringify(given);
		const same = merged.get(key);
		merged.set(key, { points: same?.points ?? Object.fromEntries(given), voters: (same?.voters ?? 0) + voters });
	}
	return [...merged].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, ballot]) => ballot);
}
