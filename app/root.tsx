import { Outlet } from "react-router";

export default function Root() {
	return (
		<html lang="de">
			<body>
				<Outlet />
			</body>
		</html>
	);
}
