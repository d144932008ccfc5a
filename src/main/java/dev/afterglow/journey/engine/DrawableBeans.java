package dev.afterglow.journey.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/** The only beans a drawing may name: the delegates and the calendar. */
class DrawableBeans extends AbstractMap<Object, Object> {

    static final String CALENDAR = "calendar";

    private final ListableBeanFactory beans;
    private final Set<String> names;

    DrawableBeans(ListableBeanFactory beans) {
        this.beans = beans;
        this.names = new TreeSet<>(Set.of(beans.getBeanNamesForType(JavaDelegate.class, true, false)));
        this.names.add(CALENDAR);
    }

    Object calendar() {
        return beans.getBean(CALENDAR);
    }

    /** Everything a drawing may name; what a released drawing names must stay. */
    Set<String> names() {
        return Set.copyOf(names);
    }

    Set<String> delegates() {
        return names.stream().filter(name -> !name.equals(CALENDAR)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String && names.contains(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return names.stream()
                .map(name -> Map.<Object, Object>entry(name, beans.getBean(name)))
                .collect(Collectors.toSet());
    }
}
