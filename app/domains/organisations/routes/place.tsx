import { LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { Columns, Section } from "~/design/layout";
import { Hero } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../place-messages";
import { placeStart } from "../queries/place-start.server";
import { messages as takingPartMessages } from "../taking-part-messages";
import { OfflineContact } from "../ui/offline-contact";
import { PostCard } from "../ui/post-card";
import type { Route } from "./+types/place";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	placeStart(world, params.place),
);

/** The start page of a place: what later domains add stands first, then who is there for people. */
export default function PlaceStart({
	loaderData: { place, address, lists, posts, morePosts, staff },
}: Route.ComponentProps) {
	const t = useText(messages);
	const takingPart = useText(takingPartMessages);
	const home = `/o/${place.slug}`;
	return (
		<>
			<title>{`${place.name} – Gemeinwerk`}</title>
			<Hero title={place.name} lead={t("start.lead")}>
				<LinkButton look="secondary" href={`${home}/leichte-sprache`}>
					{takingPart("easy.name")}
				</LinkButton>
			</Hero>
			<Columns asideLabel={t("start.contact")} aside={<Contact place={place} staff={staff} />}>
				{lists.map((list) => (
					<Section
						key={list.id}
						id={list.id}
						title={list.title}
						aside={list.more && <a href={list.more.href}>{list.more.label}</a>}
					>
						<CardList>
							{list.entries.map((entry) => (
								<Card key={entry.href} title={entry.title} href={entry.href} above={entry.above}>
									{entry.text && <p>{entry.text}</p>}
								</Card>
							))}
						</CardList>
					</Section>
				))}
				<Section
					id="ansprechpersonen"
					title={t("start.who")}
					aside={morePosts > 0 && <a href={`${home}/stellen`}>{t("start.allPosts", { count: morePosts })}</a>}
				>
					{posts.length === 0 ? (
						<EmptyState level={3} title={t("start.noPosts")}>
							<p>{t("start.noPostsText")}</p>
						</EmptyState>
					) : (
						<CardList>
							{posts.map((post) => (
								<PostCard key={post.id} post={post} href={`${home}/stellen/${post.id}`} />
							))}
						</CardList>
					)}
				</Section>
				<Section id="ohne-internet" title={takingPart("offline.title")} intro={takingPart("offline.text")}>
					<OfflineContact place={place} address={address} />
					<p>
						<a href={`${home}/ohne-internet`}>{takingPart("offline.print")}</a>
					</p>
				</Section>
			</Columns>
		</>
	);
}

function Contact({
	place,
	staff,
}: {
	place: { slug: string; phone: string | null; email: string | null };
	staff: boolean;
}) {
	const t = useText(messages);
	return (
		<>
			<Section id="kontakt" title={t("start.contact")}>
				{place.phone && (
					<p>
						{t("start.phone")}: <PhoneLink number={place.phone} />
					</p>
				)}
				{place.email && (
					<p>
						{t("start.email")}: <a href={`mailto:${place.email}`}>{place.email}</a>
					</p>
				)}
				{!place.phone && !place.email && <p>{t("start.noContact")}</p>}
			</Section>
			<Section id="beteiligung" title={t("start.participation")}>
				<p>
					<a href={`/o/${place.slug}/beteiligung`}>{t("start.participationText")}</a>
				</p>
			</Section>
			{staff && (
				<LinkButton look="secondary" href={`/o/${place.slug}/verwaltung`}>
					{t("start.staff")}
				</LinkButton>
			)}
		</>
	);
}
