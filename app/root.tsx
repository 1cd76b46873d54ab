import type { ReactNode } from "react";
import { isRouteErrorResponse, Outlet, useRouteLoaderData } from "react-router";
import { placeStyle } from "~/design/place-style";
import stylesheet from "~/design/styles/index.css?url";
import { conduct } from "~/platform/http/conduct.server";
import { LocaleProvider } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import type { Route } from "./+types/root";
import { ErrorPage } from "./server/error-page";
import { frame } from "./server/frame.server";
import { HouseFrame } from "./server/house-frame";
import { usePageFacts } from "./server/page-facts";

export const loader = conduct(({ world, params, request }: Route.LoaderArgs & { world: World }) =>
	frame(world, params.place, new URL(request.url).pathname),
);

/** The html shell. No React is sent: pages are complete without it, small scripts ("islands") make them nicer. */
export function Layout({ children }: { children: ReactNode }) {
	const { locale, nonce } = usePageFacts();
	const frame = useRouteLoaderData<typeof loader>("root");
	return (
		<html lang={locale}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="csp-nonce" content={nonce} />
				<link rel="icon" href="/icon.svg" type="image/svg+xml" />
				<link rel="stylesheet" href={stylesheet} />
				{frame?.place?.colours && (
					<style nonce={nonce}>
						{placeStyle({ primary: frame.place.colours.accent, onPrimary: frame.place.colours.onAccent })}
					</style>
				)}
				{frame?.script && <script type="module" nonce={nonce} src={frame.script} />}
			</head>
			<body>
				<LocaleProvider locale={locale}>{children}</LocaleProvider>
			</body>
		</html>
	);
}

export default function Root({ loaderData }: Route.ComponentProps) {
	return (
		<HouseFrame frame={loaderData}>
			<Outlet />
		</HouseFrame>
	);
}

/** The one page for what is not there, not theirs or broken; what was typed is kept (conduct.server.ts). */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
	const frame = useRouteLoaderData<typeof loader>("root");
	return (
		<HouseFrame frame={frame ?? null} keepDrafts>
			<ErrorPage
				status={isRouteErrorResponse(error) ? error.status : 500}
				data={isRouteErrorResponse(error) ? error.data : null}
			/>
		</HouseFrame>
	);
}
