// Reading: from the XML of a model and its imports to a graph.
#pragma once

#include "engines/rules/dmn/graph.hpp"

namespace dmn {

base::Result<std::shared_ptr<const Graph>, Flaw> graph_of(std::string_view xml,
                                                          const Imports& imports);

}  // namespace dmn
