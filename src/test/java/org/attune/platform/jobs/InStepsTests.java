package org.attune.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class InStepsTests {

    private static final List<UUID> ALL =
            LongStream.rangeClosed(1, 95).mapToObj(n -> new UUID(0, n)).toList();

    private static final Function<UUID, List<UUID>> TEN =
            last -> ALL.stream().filter(id -> id.compareTo(last) > 0).limit(10).toList();

    @Test
    void everyOneIsDoneOnceAndInOrder() {
        Queue<UUID> done = new ConcurrentLinkedQueue<>();

        int many = InSteps.oneByOne(TEN, step -> {
            done.addAll(step);
            return step.size();
        });

        assertThat(many).isEqualTo(95);
        assertThat(done).containsExactlyElementsOf(ALL);
    }

    @Test
    void everyOneIsDoneOnceByHoweverManyHands() {
        Queue<UUID> done = new ConcurrentLinkedQueue<>();

        int many = InSteps.together(TEN, step -> {
            done.addAll(step);
            return step.size();
        });

        assertThat(many).isEqualTo(95);
        assertThat(done).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void asManyStepsAsThereAreProcessorsAreUnderWayAtATime() {
        int hands = Math.min(2, Runtime.getRuntime().availableProcessors());
        CountDownLatch underWay = new CountDownLatch(hands);

        InSteps.together(TEN, step -> {
            underWay.countDown();
            try {
                assertThat(underWay.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return step.size();
        });

        assertThat(underWay.getCount()).isZero();
    }

    @Test
    void whoeverIsInATransactionDoesAllOfItThemselves() {
        Set<Thread> hands = ConcurrentHashMap.newKeySet();
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            InSteps.together(TEN, step -> {
                hands.add(Thread.currentThread());
                return step.size();
            });
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }

        assertThat(hands).containsExactly(Thread.currentThread());
    }

    @Test
    void thereMayBeNothingToDo() {
        assertThat(InSteps.together(last -> List.of(), List::size)).isZero();
    }

    @Test
    void whatGoesWrongIsSaid() {
        assertThatThrownBy(() -> InSteps.together(TEN, step -> {
                    if (step.contains(ALL.get(50))) {
                        throw new IllegalStateException("the sixth step");
                    }
                    return step.size();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the sixth step");
    }
}
