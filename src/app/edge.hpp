// How this installation is reached: what taydo.json says of addresses, TLS and proxies.
#pragma once

#include "app/program.hpp"

namespace app {

// "listen", "tls" and "proxies" of taydo.json (docs/operating.md), and how many connections the
// limit of descriptors allows. Throws db::Failure naming what is wrong.
http::EdgeOptions edge_of(const config::Folder& folder, Program& program,
                          const ServeOptions& options);

}  // namespace app
