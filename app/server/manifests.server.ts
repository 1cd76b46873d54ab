import { manifest as accounts } from "~/domains/accounts/manifest.server";
import { agreementFromRecommendation, agreementWork } from "~/domains/agreements/index.server";
import { manifest as agreements } from "~/domains/agreements/manifest.server";
import { resolutionsAtPlace } from "~/domains/council/index.server";
import { manifest as council } from "~/domains/council/manifest.server";
import { manifest as files } from "~/domains/files/manifest.server";
import { completeRecommendations, groupsAtPlace } from "~/domains/groups/index.server";
import { manifest as groups } from "~/domains/groups/manifest.server";
import { completeConcerns, guidesAtPlaces } from "~/domains/guides/index.server";
import { manifest as guides } from "~/domains/guides/manifest.server";
import { measureFromRecommendation, measuresAtPlace } from "~/domains/measures/index.server";
import { manifest as measures } from "~/domains/measures/manifest.server";
import { networkAtPlace } from "~/domains/network/index.server";
import { manifest as network } from "~/domains/network/manifest.server";
import { manifest as notifications } from "~/domains/notifications/manifest.server";
import { completePlaces } from "~/domains/organisations/index.server";
import { manifest as organisations } from "~/domains/organisations/manifest.server";
import { eventsAtPlace, processWork, projectsAtPlace } from "~/domains/participation/index.server";
import { manifest as participation } from "~/domains/participation/manifest.server";
import { manifest as trace } from "~/domains/trace/manifest.server";
import { introduce } from "~/platform/manifest.server";
import { concernWays } from "./concern-ways.server";
import { placeParts } from "./place-parts.server";

/**
 * Makes the domains known to the house; the only place that imports their manifests.
 * In the order of architecture.md: erasing a person goes from right to left, accounts and organisations last.
 */
export function introduceDomains(): void {
	completePlaces([
		...placeParts,
		networkAtPlace,
		guidesAtPlaces,
		projectsAtPlace,
		eventsAtPlace,
		groupsAtPlace,
		resolutionsAtPlace,
		measuresAtPlace,
		{ openWork: agreementWork },
		{ openWork: processWork },
	]);
	completeRecommendations([measureFromRecommendation, agreementFromRecommendation]);
	completeConcerns(concernWays);
	introduce([
		organisations,
		accounts,
		files,
		notifications,
		trace,
		network,
		guides,
		council,
		groups,
		participation,
		agreements,
		measures,
	]);
}
