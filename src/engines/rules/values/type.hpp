// Types: what a name may hold, as item definitions and `instance of` say it.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engines/rules/values/value.hpp"

namespace feel {

class Machine;
struct Type;
using TypeRef = std::shared_ptr<const Type>;

// A condition on values of a type (allowed values).
class Constraint {
 public:
  virtual ~Constraint() = default;
  virtual bool holds(Machine& machine, const Value& value) const = 0;
};

struct Type {
  enum class Of { any, null, plain, list, context, range, function };
  Of of = Of::any;
  Kind kind = Kind::null;  // of what is plain
  std::string name;        // as an item definition calls it
  TypeRef element;         // of a list, of a range
  std::vector<std::pair<std::string, TypeRef>> members;
  std::vector<TypeRef> parameters;
  TypeRef result;
  std::shared_ptr<const Constraint> allowed;
};

// number, date and time, Any, list ...; null if there is no such type.
TypeRef plain_type(std::string_view name);
TypeRef list_of(TypeRef element);

// What `instance of` asks: the shape, whatever values are allowed. Null is of no type but Null.
bool instance_of(Machine& machine, const Value& value, const Type& type);
// Its shape and its allowed values.
bool conforms(Machine& machine, const Value& value, const Type& type);
bool conforms(const Type& type, const Type& to);
// What a typed place makes of a value: itself, the only item of a list, a list of it alone, or
// null when it does not fit (DMN 1.5 §10.3.2.9.4).
Value coerced(Machine& machine, Value value, const Type& type);

}  // namespace feel
