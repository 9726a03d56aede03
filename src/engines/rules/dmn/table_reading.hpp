// From the XML of a decision table to its node.
#pragma once

#include "engines/rules/dmn/boxed.hpp"
#include "engines/rules/dmn/table.hpp"

namespace dmn {

feel::NodeRef table_of(Boxed& boxed, pugi::xml_node box, feel::Scope& scope);

}  // namespace dmn
